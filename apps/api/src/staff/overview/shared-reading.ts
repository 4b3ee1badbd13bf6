/**
 * Lets all who ask while a reading is under way share the next one: so each gets one that began after they asked, and the
 * database is read by one at a time.
 * @returns reads, or waits for the reading of others
 */
export function sharedReading<T>(read: () => Promise<T>): () => Promise<T> {
  let underWay: Promise<unknown> = Promise.resolve();
  let next: Promise<T> | undefined;
  return () => {
    next ??= underWay.then(() => {
      next = undefined;
      const reading = read();
      underWay = reading.catch(() => undefined);
      return reading;
    });
    return next;
  };
}
