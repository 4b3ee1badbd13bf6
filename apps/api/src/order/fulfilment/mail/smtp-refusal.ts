import type { SMTPSentMessageInfo } from 'nodemailer';
import { DeliveryError } from '../delivery-error';

/** The commands of SMTP that are about one e-mail. A refusal of any other one is about the server or its login. */
const ABOUT_THE_MAIL = new Set(['MAIL FROM', 'RCPT TO', 'DATA']);

/**
 * What an error of the mail library says about one e-mail. 5xx is final, 4xx passes (RFC 5321, section 4.2.1). The text of
 * the answer is dropped: it names the shopper.
 * @returns undefined of an error that is no answer of a mail server's
 */
export function asRefusal(error: unknown): DeliveryError | undefined {
  if (!(error instanceof Error)) return undefined;
  const { responseCode, command, code } = error as {
    responseCode?: unknown;
    command?: unknown;
    code?: unknown;
  };
  // The library itself takes the address for none: it has asked no server.
  if (typeof responseCode !== 'number')
    return code === 'EENVELOPE' ? new DeliveryError(code, true) : undefined;
  const isFinal = responseCode >= 500 && ABOUT_THE_MAIL.has(String(command));
  return new DeliveryError(String(responseCode), isFinal);
}

/** A recipient that a mail server refuses, or puts off, while it takes the e-mail for others. */
export interface RefusedRecipient {
  /** Which one of the recipients, from 1. Its address is personal data. */
  place: number;
  /** The code of the server's answer, such as 550. */
  code: string;
  /** Whether it is refused. Else the same e-mail may be taken later. */
  isFinal: boolean;
}

/** The library counts an e-mail as sent when one recipient is taken: the others are named in its answer alone. */
export function refusedRecipients({
  envelope,
  rejectedErrors = [],
}: SMTPSentMessageInfo): RefusedRecipient[] {
  return rejectedErrors.map(({ recipient = '', responseCode = 0 }) => ({
    place: envelope.to.indexOf(recipient) + 1,
    code: String(responseCode),
    isFinal: responseCode >= 500,
  }));
}
