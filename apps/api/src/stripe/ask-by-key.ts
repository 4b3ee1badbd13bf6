import type Stripe from 'stripe';
import { isReplayedFailure } from './is-replayed-failure';

/** A job tries less often in the day for which Stripe keeps a key. */
const MOST_KEYS = 50;

interface KeyedCall<Answer> {
  key: string;
  ask: (options: Stripe.RequestOptions) => Promise<Answer>;
  /** Looks for what a failed call has made all the same. Undefined: nothing, so the call is made again. */
  find: () => Promise<Answer | undefined>;
}

/**
 * Makes a call that Stripe carries out once for its key, however often and in whichever process it is made. A key whose
 * call has failed at Stripe is used up for a day: Stripe repeats the error. The next key names the failed call, so that
 * every process takes the same one, also after a crash.
 *
 * What the failed call has made may be seen only after `find` has looked, and is then made twice. So call this only where
 * Stripe refuses the second one, or let `find` throw.
 */
export async function askByKey<Answer extends object>({
  key,
  ask,
  find,
}: KeyedCall<Answer>): Promise<Answer> {
  let options: Stripe.RequestOptions = { idempotencyKey: key };
  for (let left = MOST_KEYS; ; left -= 1) {
    try {
      return await ask(options);
    } catch (error) {
      const failedRequest = isReplayedFailure(error) && error.headers?.['original-request'];
      if (!failedRequest || left === 0) throw error;
      const made = await find();
      if (made) return made;
      // A new key that fails too is left for the next try: within seconds, Stripe would fail at each further one.
      options = { idempotencyKey: `${key}-after-${failedRequest}`, maxNetworkRetries: 0 };
    }
  }
}
