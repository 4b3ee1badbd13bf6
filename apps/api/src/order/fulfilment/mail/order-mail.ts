import type { ShopFile } from '@shop/shop-file';
import type { OrderRefund } from '../../../database/schema/tables';
import type { Shipment } from '../../facts/shop-status';
import { isWithdrawable } from '../../facts/withdrawal-period';
import type { OrderWithLines } from '../fulfilment-step';
import type { MailContent } from './content/mail-content';
import { factsOf, linksOf, toDoOf, withdrawLink } from './content/mail-facts';
import { CONFIRMS, footerOf, notesOf } from './content/mail-footer';
import { mailFormat } from './content/mail-format';
import { mailRows } from './content/mail-rows';
import { saidOf, trueKind } from './content/mail-said';
import { isAllIn, parcelFacts } from './content/parcel-facts';
import { subscriptionFacts } from './content/subscription-facts';
import { mailHtml } from './html/mail-html';
import { lookOf } from './html/palette';
import { mailLocaleOf } from './mail-locale';
import { mailMessages, translateTo } from './mail-messages';
import { mailText } from './mail-text';
import { orderLabel, orderedLabel } from './messages/labels';
import type { MailKind } from './messages/mail-kind';
import { notes } from './messages/notes';

/** The e-mails that say when a subscription is charged next, or ends. */
const TELLS_ITS_TIMES: readonly MailKind[] = [...CONFIRMS, 'renewalFailed', 'subscriptionEnded'];

/** The shop as an e-mail shows it. */
export interface MailShop {
  file: ShopFile;
  url: string;
  /** Where the shopper sees the order. */
  orderUrl: string;
}

/** An order, its parcels, and the one that the e-mail is about, if it is about one. */
export interface MailSubject extends OrderWithLines {
  shipments?: readonly Shipment[] | undefined;
  parcel?: Shipment | undefined;
}

/**
 * Subject and both bodies of an e-mail about an order, in the shopper's language, else the session's, where the shop offers
 * it, else in the shop's. Names of shoppers and products are escaped, never used as markup, and turn no text around them.
 * @param asked what it is about; its words are those of another kind where only those are true of the order
 * @param now what has been charged before that is no next charge
 * @param refund what the e-mail is about, if it is about a refund
 */
export function orderMail(
  asked: MailKind,
  subject: MailSubject,
  { file, url, orderUrl }: MailShop,
  now: Date,
  refund?: OrderRefund,
): { subject: string; text: string; html: string } {
  const { order, lines, parcel, shipments = [] } = subject;
  const wanted = order.language ?? order.locale;
  const locale = mailLocaleOf(wanted, file.languages);
  const format = mailFormat(locale, wanted ?? locale);
  const translate = translateTo(locale);
  const kind = trueKind(asked, order, refund);
  const messages = mailMessages[kind];
  const isAllSent = parcel !== undefined && isAllIn(subject, parcel);
  const said = saidOf(kind, order, refund, file.name, isAllSent, format);
  const languages = { mail: locale, products: file.languages.default };
  const content: MailContent = {
    locale,
    shop: { name: file.name, url },
    greeting: translate(messages.greeting(said)),
    news: messages.news(said).map(translate),
    toDo: parcel
      ? parcelFacts(subject, parcel, translate, format, languages)
      : toDoOf(order, said, translate, format),
    links: [
      ...linksOf(order, orderUrl, parcel?.trackingUrl ?? null, translate),
      ...(isWithdrawable(file.withdrawal, { order, lines, parcels: shipments }, now)
        ? [withdrawLink(order, url, translate)]
        : []),
    ],
    orderNumber: translate(orderLabel(order.number)),
    orderedAt: translate(orderedLabel(format.moment(order.createdAt))),
    rows: mailRows(subject, translate, format, { kind, refund }, languages),
    facts: [
      ...(TELLS_ITS_TIMES.includes(kind) ? subscriptionFacts(subject, now, translate, format) : []),
      ...factsOf(order, translate, locale),
    ],
    notes: notesOf(kind, file, subject, translate),
    questions: translate(notes.questions),
    footer: footerOf(file, locale, translate),
  };
  return {
    subject: translate(messages.subject(said)),
    text: mailText(content),
    html: mailHtml(content, lookOf(file.appearance)),
  };
}
