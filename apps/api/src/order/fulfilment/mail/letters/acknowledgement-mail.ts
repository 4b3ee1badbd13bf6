import type { ShopFile } from '@shop/shop-file';
import type { WithdrawalRow } from '../../../../database/schema/withdrawal-tables';
import { brokenLinks, isolated } from '../../../../text/plain-text';
import { mailLocaleOf } from '../mail-locale';
import { translateTo } from '../mail-messages';
import { acknowledgement, withdrawalLabels } from '../messages/letter-messages';
import { letterMail } from './letter';

/**
 * The acknowledgement of a withdrawal on a durable medium, with its content, date and time (2011/83/EU, Art. 11a). It says
 * what its sender has written and nothing about an order: the sender need not be the shopper.
 */
export function acknowledgementMail(
  row: WithdrawalRow,
  file: ShopFile,
  url: string,
): { subject: string; text: string; html: string } {
  const locale = mailLocaleOf(row.locale, file.languages);
  const translate = translateTo(locale);
  const said = (text: string) => isolated(brokenLinks(text));
  const fact = (label: keyof typeof withdrawalLabels, line: string) => ({
    label: translate(withdrawalLabels[label]),
    lines: [line],
  });
  return letterMail(
    {
      subject: translate(acknowledgement.subject(row.reference, file.name)),
      greeting: translate(acknowledgement.greeting),
      news: acknowledgement.news.map(translate),
      links: [],
      facts: [
        fact('receivedAt', toTheSecond(row.receivedAt, locale)),
        fact('reference', row.reference),
        fact('orderNumber', said(row.orderNumber)),
        fact('name', said(row.name)),
        fact('email', row.email),
        fact('items', row.items ? said(row.items) : translate(withdrawalLabels.all)),
        ...(row.reason ? [fact('reason', said(row.reason))] : []),
        fact('fingerprint', row.hash),
      ],
    },
    file,
    url,
    locale,
    translate,
  );
}

const toTheSecond = (at: Date, locale: string) =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'long', timeZone: 'UTC' }).format(
    at,
  );
