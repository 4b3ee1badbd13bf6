import { LEAST_LETTERS } from '@shop/contract';
import type { ObjectSubject } from '../../jobs/queues';
import { isOrderNumber } from '../../order/facts/is-order-number';

/** What somebody looks for among the orders. Each kind is found by an index. */
export type SearchTerm =
  | { by: 'number'; number: string }
  | { by: 'session' | 'payment' | 'subscription' | 'account'; id: string }
  | { by: 'event'; id: string }
  /** What belongs to a payment. */
  | { by: 'object'; subject: ObjectSubject }
  | { by: 'email'; email: string }
  /** Beginnings of words of a name or of an e-mail address. */
  | { by: 'words'; words: string[] };

const IDS = {
  cs_: 'session',
  pi_: 'payment',
  evt_: 'event',
  sub_: 'subscription',
  acct_: 'account',
} as const;

/** Beginnings of the ids that thin events are about. */
const OBJECTS = {
  ch_: 'charge',
  py_: 'charge',
  re_: 'refund',
  pyr_: 'refund',
  du_: 'dispute',
  dp_: 'dispute',
  prv_: 'review',
  issfr_: 'early_fraud_warning',
} as const satisfies Record<string, ObjectSubject['stripeObject']>;

/** @returns undefined when a word of it is too short to be looked for */
export function searchTerm(text: string): SearchTerm | undefined {
  const term = text.trim();
  const number = term.toUpperCase();
  // Anna-Lena has the length of one, but letters that none has.
  if (isOrderNumber(number)) return { by: 'number', number };
  const prefix = /^([a-z]+_)\w+$/.exec(term)?.[1];
  if (prefix && prefix in IDS) return { by: IDS[prefix as keyof typeof IDS], id: term };
  if (prefix && prefix in OBJECTS) {
    const stripeObject = OBJECTS[prefix as keyof typeof OBJECTS];
    return { by: 'object', subject: { stripeObjectId: term, stripeObject } };
  }
  if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(term)) return { by: 'email', email: term };
  const words = term.split(/[^\p{L}\p{N}\p{M}]+/u).filter(Boolean);
  const isLong = words.length > 0 && words.every((word) => [...word].length >= LEAST_LETTERS);
  return isLong ? { by: 'words', words } : undefined;
}

/** Whether it looks for a person. */
export const isAboutPerson = ({ by }: SearchTerm): boolean => by === 'email' || by === 'words';
