import { setTimeout as wait } from 'node:timers/promises';

/** Reads until the condition holds or the time is over; the last value read either way. */
export async function until<T>(
  read: () => T | Promise<T>,
  holds: (value: T) => boolean,
  { timeoutMs, everyMs = 50 }: { timeoutMs: number; everyMs?: number },
): Promise<T> {
  const end = performance.now() + timeoutMs;
  for (;;) {
    const value = await read();
    if (holds(value) || performance.now() > end) return value;
    await wait(everyMs);
  }
}
