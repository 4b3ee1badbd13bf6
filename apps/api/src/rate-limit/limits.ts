/** So many in so long, counted together by all replicas. */
export interface Limit {
  max: number;
  windowMs: number;
  /**
   * When the count cannot be kept: let the request through, treat it as one too many, or answer it like any request
   * without a database.
   */
  whenBroken: 'allow' | 'refuse' | 'fail';
  /** What is counted, for documents. */
  words: string;
}

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

/**
 * Every limit there is. None on the webhook: all of Stripe's events come from a few addresses.
 *
 * Checkout is limited against card testing, where a shop that sells is worth more than one that counts. A cookie proves
 * nothing, because anybody can send a new one with each request: so an address is counted first. Requests whose address
 * is not known share one count.
 *
 * Guessing an e-mail address is never free. Each address has tries of its own at an order, so that a stranger with the
 * link does not use up those of the shopper; the limit of all addresses together is what bounds guessing. Checks of
 * orders that do not exist are counted apart from all others, and write no row each.
 *
 * Stripe allows an account 25 requests a second of an endpoint: pages get at most 10. A busy process makes its calls some
 * time after they were allowed, so what may meet in one second is what is allowed in two: 8, which leaves some for the
 * second call that a reading may need. Sessions without an order, which are read only where paid ones become orders, get
 * at most a quarter of that: anybody can make up ids.
 *
 * What Stripe refuses is alerted once for each cause: the next shopper meets the same refusal.
 */
export const limits = {
  checkout_address: {
    max: 10,
    windowMs: MINUTE_MS,
    whenBroken: 'allow',
    words: 'New checkouts of one address.',
  },
  checkout_unaddressed: {
    max: 300,
    windowMs: MINUTE_MS,
    whenBroken: 'allow',
    words: 'New checkouts of all shoppers together whose address is not known.',
  },
  checkout_browser: {
    max: 10,
    windowMs: MINUTE_MS,
    whenBroken: 'allow',
    words: 'New checkouts of one browser, by its cookie.',
  },
  checkout_repeated: {
    max: 60,
    windowMs: MINUTE_MS,
    whenBroken: 'allow',
    words: 'Repetitions of one checkout by its key, without the cookie of the first answer.',
  },
  verification_address: {
    max: 30,
    windowMs: HOUR_MS,
    whenBroken: 'fail',
    words: 'E-mail checks of one address.',
  },
  verification: {
    max: 5,
    windowMs: HOUR_MS,
    whenBroken: 'fail',
    words: 'E-mail checks of one order by one address; by all together whose address is not known.',
  },
  verification_order: {
    max: 50,
    windowMs: HOUR_MS,
    whenBroken: 'fail',
    words: 'E-mail checks of one order by all addresses together.',
  },
  resend: {
    max: 3,
    windowMs: HOUR_MS,
    whenBroken: 'fail',
    words:
      'Confirmations of one order that its browser has sent again, also to a corrected address.',
  },
  api_key_address: {
    max: 10,
    windowMs: MINUTE_MS,
    whenBroken: 'fail',
    words: "Calls of the staff's API with a wrong key or none, of one address.",
  },
  api_key_unaddressed: {
    max: 100,
    windowMs: MINUTE_MS,
    whenBroken: 'fail',
    words: 'Such calls of all together whose address is not known.',
  },
  sign_in_address: {
    max: 10,
    windowMs: MINUTE_MS,
    whenBroken: 'fail',
    words: 'Sign-ins of staff with a link that is not valid, of one address.',
  },
  sign_in_unaddressed: {
    max: 100,
    windowMs: MINUTE_MS,
    whenBroken: 'fail',
    words: 'Such sign-ins of all together whose address is not known.',
  },
  find_address: {
    max: 20,
    windowMs: HOUR_MS,
    whenBroken: 'fail',
    words: 'Searches for orders by one address.',
  },
  find_unaddressed: {
    max: 60,
    windowMs: MINUTE_MS,
    whenBroken: 'fail',
    words: 'Searches for orders by all shoppers together whose address is not known.',
  },
  find_mailbox: {
    max: 3,
    windowMs: HOUR_MS,
    whenBroken: 'fail',
    words: 'Searches for the orders of one e-mail address, whether or not it has any.',
  },
  withdrawal_address: {
    max: 10,
    windowMs: HOUR_MS,
    whenBroken: 'fail',
    words: 'Withdrawals declared by one address. Repetitions of the same one do not count.',
  },
  withdrawal_unaddressed: {
    max: 60,
    windowMs: MINUTE_MS,
    whenBroken: 'fail',
    words: 'Withdrawals declared by all shoppers together whose address is not known.',
  },
  withdrawal_mailbox: {
    max: 5,
    windowMs: HOUR_MS,
    whenBroken: 'fail',
    words: 'Acknowledgements of withdrawals to one e-mail address. More of them are sent later.',
  },
  withdrawal_alert: {
    max: 5,
    windowMs: HOUR_MS,
    whenBroken: 'allow',
    words: 'Alerts about withdrawals that name no known order.',
  },
  cancellation: {
    max: 30,
    windowMs: HOUR_MS,
    whenBroken: 'fail',
    words: 'Tries of shoppers to cancel one order.',
  },
  delivery_address: {
    max: 5,
    windowMs: HOUR_MS,
    whenBroken: 'fail',
    words: 'Corrections of the shipping address of one order by its shopper.',
  },
  portal: {
    max: 10,
    windowMs: HOUR_MS,
    whenBroken: 'fail',
    words: "Openings of Stripe's billing portal for one order.",
  },
  refusal_alert: {
    max: 1,
    windowMs: 10 * MINUTE_MS,
    whenBroken: 'allow',
    words: 'Alerts about one cause for which Stripe refuses calls.',
  },
  staff_address_alert: {
    max: 1,
    windowMs: 24 * HOUR_MS,
    whenBroken: 'allow',
    words: 'Alerts about one address of staff that the mail server refuses while it takes others.',
  },
  rebuilt_alert: {
    max: 1,
    windowMs: HOUR_MS,
    whenBroken: 'allow',
    words: 'Alerts about orders that were rebuilt because the database had lost them.',
  },
  unknown_session_reads: {
    max: 2,
    windowMs: 2 * SECOND_MS,
    whenBroken: 'refuse',
    words: 'Readings of sessions without an order, where paid ones become orders, all together.',
  },
  verification_unknown: {
    max: 300,
    windowMs: MINUTE_MS,
    whenBroken: 'fail',
    words: 'E-mail checks of orders that do not exist, by all shoppers together.',
  },
  stripe_reads: {
    max: 8,
    windowMs: 2 * SECOND_MS,
    whenBroken: 'refuse',
    words: 'Readings from Stripe that visitors of pages cause, all together.',
  },
} as const satisfies Record<string, Limit>;

export type LimitName = keyof typeof limits;
