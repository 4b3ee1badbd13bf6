/** What an e-mail about an order says; the text and the HTML body are made from it. */
export interface MailContent {
  /** The language of the words. */
  locale: string;
  shop: { name: string; url: string };
  greeting: string;
  /** Each is a paragraph. */
  news: string[];
  /** What the shopper needs for the next step, such as the number of a voucher; of a parcel, what is in it. */
  toDo: MailFact[];
  /** The page for the next step, or of the parcel, then the order's own. */
  links: MailLink[];
  /** With the word for it; undefined of an e-mail that is not about one order. */
  orderNumber?: string;
  orderedAt?: string;
  /** The lines of the order, then its sums. */
  rows: MailRow[];
  /** The next charge of a subscription, payment method, addresses. */
  facts: MailFact[];
  /** The right to withdraw, how to manage a subscription: each is a paragraph. */
  notes: string[];
  /** What stands before the ways to reach somebody. */
  questions: string;
  /** Who sells, and how to reach somebody. */
  footer: MailFooter;
}

export interface MailFact {
  label: string;
  lines: string[];
  /** Of each line: BCP 47, the language of a product's name, where it is not the e-mail's. */
  langs?: (string | undefined)[];
}

export interface MailLink {
  text: string;
  url: string;
}

export interface MailRow {
  label: string;
  amount: string;
  /** `item`: a line of the order; `part`: what is added or taken off; `total`: a sum. */
  kind: 'item' | 'part' | 'total';
  /** BCP 47: language of a product's name, where it is not the e-mail's. */
  lang?: string | undefined;
}

export interface MailFooter {
  /** How to reach somebody: text, or the text of a link. */
  support: (string | MailLink)[];
  /** Legal name, address, tax id. */
  seller: string[];
  legal: MailLink[];
}
