/** The only source of time: all waits, expiries and dates use it. */
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
      // A waiting timer must not keep the process alive.
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

/** A clock that cancels all its timers when it is closed, so that a closed server does nothing any more. */
export interface ClosableClock extends Clock {
  close(): void;
}

/** Adds `close` to a clock. */
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

/** The account's clock: the server's, moved by an offset. Waits take as long as on the server's clock. */
export interface ShiftableClock extends Clock {
  /** Milliseconds that the account's time is ahead of the server's; negative in the past. */
  offsetMs: number;
}

/** Adds an offset to a clock. */
export function shiftable(clock: Clock): ShiftableClock {
  const shifted: ShiftableClock = {
    offsetMs: 0,
    nowMs: () => clock.nowMs() + shifted.offsetMs,
    after: (delayMs, task) => clock.after(delayMs, task),
  };
  return shifted;
}
