import { setTimeout as wait } from 'node:timers/promises';

/** How often work is begun. */
const BEAT_MS = 20;

/**
 * Begins work at a fixed rate, whether or not earlier work has ended: as Stripe sends events, and strangers requests.
 * @param aSecond how often, each second
 * @returns once all of it has ended
 */
export async function atRate(
  aSecond: number,
  ms: number,
  work: () => Promise<unknown>,
): Promise<void> {
  const start = performance.now();
  const begun: Promise<unknown>[] = [];
  for (let elapsedMs = 0; elapsedMs < ms;) {
    await wait(BEAT_MS);
    elapsedMs = Math.min(performance.now() - start, ms);
    while (begun.length < (elapsedMs / 1000) * aSecond) begun.push(work());
  }
  await Promise.all(begun);
}
