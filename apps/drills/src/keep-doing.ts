/** Something that goes on until somebody stops it. */
export interface Doing extends Disposable {
  /** Resolves when the last round has ended; rejects when one has failed. */
  stop: () => Promise<void>;
}

/** Does it again and again, so many at once. */
export function keepDoing(atOnce: number, work: () => Promise<unknown>): Doing {
  let going = true;
  const workers = Array.from({ length: atOnce }, async () => {
    while (going) await work();
  });
  const done = Promise.all(workers);
  // Whoever stops it hears of a failure; nobody else has to.
  done.catch(() => undefined);
  return {
    stop: async () => {
      going = false;
      await done;
    },
    [Symbol.dispose]: () => {
      going = false;
    },
  };
}
