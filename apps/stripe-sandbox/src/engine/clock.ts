/** The only source of time: everything that waits, expires or is dated goes through one clock. */
export interface Clock {
  /** Milliseconds since 1970. */
  nowMs(): number;
  /** Runs `task` once after `delayMs`; the answer cancels it. */
  after(delayMs: number, task: () => void): () => void;
}

/** Longer delays overflow setTimeout and would fire at once. */
const LONGEST_TIMEOUT_MS = 2 ** 31 - 1;

export const systemClock: Clock = {
  nowMs: () => Date.now(),
  after(delayMs, task) {
    let timer: NodeJS.Timeout;
    const wait = (leftMs: number) => {
      const stepMs = Math.min(leftMs, LONGEST_TIMEOUT_MS);
      timer = setTimeout(() => (leftMs > stepMs ? wait(leftMs - stepMs) : task()), stepMs);
      // What is due later must not keep a process alive that has nothing else to do.
      timer.unref();
    };
    wait(Math.max(0, delayMs));
    return () => clearTimeout(timer);
  },
};

/** Now in the unit of Stripe's `created`: whole seconds since 1970. */
export function nowSeconds(clock: Clock): number {
  return Math.floor(clock.nowMs() / 1000);
}

/** A clock whose waits all end with it: a server that is closed must not wake up again. */
export interface ClosableClock extends Clock {
  close(): void;
}

/** The same clock, with an end. */
export function closable(clock: Clock): ClosableClock {
  const cancels = new Set<() => void>();
  let closed = false;
  return {
    nowMs: () => clock.nowMs(),
    after(delayMs, task) {
      if (closed) return () => undefined;
      const cancel = clock.after(delayMs, () => {
        cancels.delete(cancel);
        task();
      });
      cancels.add(cancel);
      return () => {
        cancels.delete(cancel);
        cancel();
      };
    },
    close() {
      closed = true;
      for (const cancel of cancels) cancel();
      cancels.clear();
    },
  };
}
