import type { Clock } from '../engine/clock';

/** A clock that moves only when `advance` is called. */
export interface ManualClock extends Clock {
  /** Moves the time by `ms` and runs the timers that are due, in their order. */
  advance(ms: number): void;
}

export function manualClock(startMs = Date.UTC(2026, 10, 1)): ManualClock {
  let nowMs = startMs;
  const waiting = new Set<{ atMs: number; task: () => void }>();
  return {
    nowMs: () => nowMs,
    after(delayMs, task) {
      const entry = { atMs: nowMs + delayMs, task };
      waiting.add(entry);
      return () => waiting.delete(entry);
    },
    advance(ms) {
      const endMs = nowMs + ms;
      for (;;) {
        const due = [...waiting]
          .filter((entry) => entry.atMs <= endMs)
          .sort((a, b) => a.atMs - b.atMs)[0];
        if (!due) break;
        waiting.delete(due);
        nowMs = Math.max(nowMs, due.atMs);
        due.task();
      }
      nowMs = endMs;
    },
  };
}
