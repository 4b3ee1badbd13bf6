/** So many in so long, counted together by all replicas. */
export interface Limit {
  max: number;
  windowMs: number;
  /**
   * When the count cannot be kept: let the request through, treat it as one too many, or answer it like any request
   * without a database.
   */
  whenBroken: 'allow' | 'refuse' | 'fail';
}

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

/**
 * Every limit there is. None on the webhook: all of Stripe's events come from a few addresses.
 *
 * Checkout is limited against card testing, where a shop that sells is worth more than one that counts. Guessing an
 * e-mail address is never free. Stripe allows an account 25 requests a second of an endpoint: pages get at most 10. A
 * busy process makes its calls some time after they were allowed, so what may meet in one second is what is allowed in
 * two: 8, which leaves some for the second call that a reading may need.
 */
export const limits = {
  checkout_browser: { max: 10, windowMs: MINUTE_MS, whenBroken: 'allow' },
  checkout_address: { max: 10, windowMs: MINUTE_MS, whenBroken: 'allow' },
  verification: { max: 5, windowMs: HOUR_MS, whenBroken: 'fail' },
  stripe_reads: { max: 8, windowMs: 2 * SECOND_MS, whenBroken: 'refuse' },
} as const satisfies Record<string, Limit>;

export type LimitName = keyof typeof limits;
