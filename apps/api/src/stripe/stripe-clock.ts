/** An hour without a word of Stripe's is too long to hold anything against this machine. */
const KEPT_MS = 60 * 60 * 1000;

/** A `Date` header tells whole seconds: on average it is half of one late. */
const HALF_A_SECOND_MS = 500;

/**
 * How far this machine's clock is from Stripe's, by the `Date` of the answers to calls that are made anyway. What is
 * kept is Stripe's time on the monotonic clock, so that a clock which jumps, or is put right, is noticed at once.
 */
export class StripeClock {
  private seen: { atMs: number; stripeMs: number } | undefined;

  /** @param sentAtMs when the request was sent, by performance.now() */
  notice(date: string | null, sentAtMs: number): void {
    const stripeMs = Date.parse(date ?? '') + HALF_A_SECOND_MS;
    if (Number.isNaN(stripeMs)) return;
    // The answer was written somewhere between the two.
    this.seen = { atMs: (sentAtMs + performance.now()) / 2, stripeMs };
  }

  /** Seconds that this machine is ahead of Stripe; undefined when no answer of the last hour has told. */
  get skewSeconds(): number | undefined {
    if (!this.seen) return undefined;
    const ageMs = performance.now() - this.seen.atMs;
    return ageMs > KEPT_MS ? undefined : (Date.now() - this.seen.stripeMs - ageMs) / 1000;
  }
}
