/** Far more than a busy machine needs, and less than a test may take: so the last value is said. */
const TIMEOUT_MS = 45_000;
const INTERVAL_MS = 25;

/** Waits until the condition holds; fails with its last value when it never does. */
export async function until<T>(read: () => Promise<T>, holds: (value: T) => boolean): Promise<T> {
  const end = Date.now() + TIMEOUT_MS;
  for (;;) {
    const value = await read();
    if (holds(value)) return value;
    if (Date.now() > end) throw new Error(`Never came true; last seen: ${JSON.stringify(value)}`);
    await new Promise((resolve) => setTimeout(resolve, INTERVAL_MS));
  }
}

/** Asks until the API is no longer too busy (503), as Stripe, the page and a warehouse do: each copy is taken in the end. */
export const untilTaken = <Answer extends { status: number }>(
  ask: () => Promise<Answer>,
): Promise<Answer> => until(ask, ({ status }) => status !== 503);
