/** A timer of the virtual clock. Nothing waits for it in real time. */
interface Timer {
  atMs: number;
  order: number;
  run: () => void;
}

/** The one clock of a history: it moves when it is told to, and to the next timer when everything waits. */
export class VirtualTime {
  nowMs = 0;
  private timers: Timer[] = [];
  private count = 0;

  reset(nowMs: number): void {
    this.nowMs = nowMs;
    this.timers = [];
    this.count = 0;
  }

  after(delayMs: number, run: () => void): Timer {
    this.count += 1;
    const timer = { atMs: this.nowMs + Math.max(0, delayMs || 0), order: this.count, run };
    this.timers.push(timer);
    return timer;
  }

  cancel(timer: unknown): void {
    const at = this.timers.indexOf(timer as Timer);
    if (at >= 0) this.timers.splice(at, 1);
  }

  /** Runs what is due up to then, and moves the clock there. */
  moveTo(nowMs: number): void {
    while (this.runNext(nowMs));
    this.nowMs = Math.max(this.nowMs, nowMs);
  }

  /** Runs the next timer that is due up to then, and moves the clock to it. @returns whether there was one */
  runNext(untilMs = Infinity): boolean {
    let next: Timer | undefined;
    for (const timer of this.timers) {
      if (timer.atMs > untilMs) continue;
      if (!next || timer.atMs < next.atMs || (timer.atMs === next.atMs && timer.order < next.order))
        next = timer;
    }
    if (!next) return false;
    this.cancel(next);
    this.nowMs = Math.max(this.nowMs, next.atMs);
    next.run();
    return true;
  }
}
