import nodemailer from 'nodemailer';
import type { Config } from '../config/config';
import { asDeliveryError } from '../order/fulfilment/delivery-error';
import { asRefusal, refusedRecipients } from '../order/fulfilment/mail/smtp-refusal';
import type { RefusedRecipient } from '../order/fulfilment/mail/smtp-refusal';
import { judged, passed, unknown } from '../stripe-endpoint/doctor/check';
import type { Check } from '../stripe-endpoint/doctor/check';
import { withTimeout } from '../with-timeout';

const TIMEOUT_MS = 9000;

/** Who gets the test e-mail: `staff` those of the shop file, `nobody` leaves the check out. */
export type MailTest = 'staff' | 'nobody' | { to: string };

/** Sends one test e-mail through the mail server of the shop. */
export async function checkMail(config: Config, test: MailTest): Promise<Check> {
  const { smtpUrl, dir, from } = config.mail;
  if (test === 'nobody') return unknown('mail', 'Not looked at, as --no-mail says.');
  if (smtpUrl === undefined) {
    const words = `There is no SMTP_URL: e-mails become files in ${dir}. A live key needs a mail server.`;
    return passed('mail', words);
  }
  const to = test === 'staff' ? config.shopFile.mail.staff : [test.to];
  if (to.length === 0) return judged('mail', [NOBODY], '');
  try {
    const refused = await withTimeout(send(config, smtpUrl, to), TIMEOUT_MS, () => {
      throw Object.assign(new Error('too late'), { code: 'ETIMEDOUT' });
    });
    const right = `The mail server has taken a test e-mail to ${to.join(', ')}: look whether it has come.`;
    return judged('mail', refused.map(findingOfRecipient), right);
  } catch (error) {
    return judged('mail', [findingOf(asDeliveryError(error).code, from)], '');
  }
}

const NOBODY = {
  code: 'mail_untested',
  words:
    'There is nobody to send a test e-mail to: name somebody in `mail.staff` of the shop file, or with --to; --no-mail leaves it out.',
};

/** Not through the API's Mailer, which is Nest's: the command loads without it, in half of the time. */
async function send(
  { mail, shop }: Config,
  smtpUrl: string,
  to: readonly string[],
): Promise<RefusedRecipient[]> {
  const sent = await nodemailer
    .createTransport({ url: smtpUrl, connectionTimeout: TIMEOUT_MS, greetingTimeout: TIMEOUT_MS })
    .sendMail({
      from: mail.from,
      to: to.map((address) => ({ name: '', address })),
      headers: { 'Auto-Submitted': 'auto-generated' },
      subject: `Test e-mail of ${shop.name}`,
      text: `This is the test e-mail of "npm run shop:check". ${shop.name} (${shop.url}) can send e-mails.\n`,
    })
    .catch((error: unknown) => {
      throw asRefusal(error) ?? error;
    });
  return refusedRecipients(sent);
}

const findingOfRecipient = ({ place, code, isFinal }: RefusedRecipient) => ({
  code: 'mail_refused',
  words: isFinal
    ? `The mail server refuses recipient ${place} of the test e-mail (${code}): correct the address in \`mail.staff\` of the shop file.`
    : putOff(`recipient ${place} of the test e-mail`, code),
});

const putOff = (what: string, code: string) =>
  `The mail server puts off ${what} (${code}), as some do with a sender that they do not know yet: try again in some minutes.`;

/** Of a login, by SMTP's code or the library's. */
const LOGIN = ['EAUTH', '530', '534', '535', '538'];

/** @param code of SMTP, of the network or of the mail library */
function findingOf(code: string, from: string) {
  if (LOGIN.includes(code)) {
    const words = `The mail server does not take the user or the password in SMTP_URL (${code}).`;
    return { code: 'mail_login', words };
  }
  if (/^4\d\d$/.test(code)) return { code: 'mail_refused', words: putOff('the test e-mail', code) };
  if (/^\d{3}$/.test(code) || code === 'EENVELOPE') {
    const words = `The mail server refuses the test e-mail (${code}): is it allowed to send as ${from}, and does the recipient exist?`;
    return { code: 'mail_refused', words };
  }
  const words = `The mail server at SMTP_URL cannot be reached (${code}): are host, port and smtp or smtps right?`;
  return { code: 'mail_unreachable', words };
}
