/** Work that is repeated until it is stopped. */
export interface Doing extends Disposable {
  /** Stops it. Resolves when the last round has ended; rejects when a round has failed. */
  stop: () => Promise<void>;
}

/** Repeats the work in `atOnce` parallel loops. */
export function keepDoing(atOnce: number, work: () => Promise<unknown>): Doing {
  let going = true;
  const workers = Array.from({ length: atOnce }, async () => {
    while (going) await work();
  });
  const done = Promise.all(workers);
  // `stop` reports a failure. Without this, a failure before it would end the process.
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
