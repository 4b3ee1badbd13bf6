/** What an e-mail about an order says; the text and the HTML body are made from it. */
export interface MailContent {
  locale: string;
  shop: { name: string; url: string };
  greeting: string;
  news: string;
  orderNumber: string;
  /** The lines of the order, then its sums. */
  rows: MailRow[];
  link: { text: string; url: string };
}

export interface MailRow {
  label: string;
  amount: string;
  /** `item`: a line of the order; `part`: what is added or taken off; `total`: a sum. */
  kind: 'item' | 'part' | 'total';
}
