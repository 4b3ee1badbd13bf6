import type { Recurring } from '../../../../database/schema/tables';

export type MailKind =
  | 'confirmed'
  | 'paymentReceived'
  | 'paymentFailed'
  | 'refund'
  | 'refundPending'
  | 'refundRequiresAction'
  | 'refundFailed';

interface MailText {
  subject: (orderNumber: string, shop: string) => string;
  greeting: (name: string | null) => string;
  news: string;
}

type MailLabel =
  | 'order'
  | 'see'
  | 'discount'
  | 'shipping'
  | 'tax'
  /** Tax that the prices include. */
  | 'taxIncluded'
  | 'total'
  /** What was paid in the shopper's own currency. */
  | 'charged'
  | 'thisRefund'
  /** All refunds together. */
  | 'refunded';

/** The texts of every e-mail in one language. */
export type MailMessages = Record<MailKind, MailText> &
  Record<MailLabel, string> & {
    /** How often a line is paid for again. */
    every: (recurring: Recurring) => string;
  };
