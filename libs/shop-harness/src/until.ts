import { setTimeout as wait } from 'node:timers/promises';

/**
 * Reads a value again and again until the condition holds or the timeout is over.
 * @param options.everyMs pause between two reads
 * @returns the last value, in both cases
 */
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
