import { untilQuiet } from './globals';
import type { Random } from './random';
import type { VirtualTime } from './virtual-time';

/** A process of the shop, up to the moment it is stopped. The same services run in the next one with another number. */
export interface Process {
  name: string;
  /** Part of its key of Stripe's and of its address of the warehouse, which tell whose request it is. */
  number: number;
  isStopped: boolean;
}

/** What a process waits for: its turn to send a statement or a request. */
interface Waiting {
  process: Process;
  needsDatabase: boolean;
  go: () => void;
}

/** Stops a process before the so-manyth of its points: see `point`. */
export interface Stop {
  name: string;
  points: number;
}

/**
 * Decides whose turn it is. Whatever a process does passes through here, so that the seed decides in which order things
 * happen, and where a process is cut off.
 */
export class Kernel {
  private waiting: Waiting[] = [];
  private holder: Process | undefined;
  private stop: Stop | undefined;
  random!: Random;
  /** A promise that was broken where the product would take the error for somebody else's. It ends the run. */
  broken: Error | undefined;
  /** Whether anything was written since somebody looked. */
  hasWritten = false;
  /** Everything that happened, as text, for the hash. */
  onPoint: (process: Process, what: string) => void = () => undefined;
  /** A process was cut off; `wasInTransaction`: what it had not committed is gone. */
  onStop: (process: Process, wasInTransaction: boolean) => Promise<void> = () => Promise.resolve();

  constructor(private readonly time: VirtualTime) {}

  reset(random: Random): void {
    this.random = random;
    this.waiting = [];
    this.holder = undefined;
    this.stop = undefined;
    this.broken = undefined;
  }

  stopAt(stop: Stop | undefined): void {
    this.stop = stop;
  }

  /** Waits for its turn. Of a process that was stopped nothing goes on, for ever: not even its `finally`. */
  async turn(process: Process, what: string, needsDatabase: boolean): Promise<void> {
    await new Promise<void>((resolve) =>
      this.waiting.push({ process, needsDatabase, go: resolve }),
    );
    await this.point(process, what);
  }

  /** Between two statements, and before and after a request: here a process can be stopped. */
  async point(process: Process, what: string): Promise<void> {
    if (!process.isStopped && this.stop?.name === process.name) {
      if (this.stop.points <= 0) {
        this.stop = undefined;
        await this.cutOff(process);
      } else this.stop.points -= 1;
    }
    if (process.isStopped) await new Promise(() => undefined);
    if (!/^\s*(select|GET|\d)/.test(what)) this.hasWritten = true;
    this.onPoint(process, what);
  }

  async cutOff(process: Process): Promise<void> {
    process.isStopped = true;
    this.waiting = this.waiting.filter((one) => one.process !== process);
    const wasInTransaction = this.holder === process;
    if (wasInTransaction) this.holder = undefined;
    this.onPoint(process, 'stopped');
    await this.onStop(process, wasInTransaction);
  }

  /** The embedded database has one session: while a transaction is open in it, nobody else's statement has its turn. */
  hold(process: Process): void {
    this.holder = process;
  }

  release(process: Process): void {
    if (this.holder === process) this.holder = undefined;
  }

  /** Lets the tasks run, one turn after the other, until each has ended or its process was stopped. */
  async run(tasks: { process: Process; work: () => Promise<void> }[]): Promise<void> {
    let open = 0;
    const ends = tasks.map(({ process, work }) => {
      open += 1;
      const task = { process, isOpen: true };
      void work().finally(() => {
        task.isOpen = false;
        open -= 1;
      });
      return task;
    });
    for (;;) {
      await untilQuiet();
      if (this.broken) throw this.broken;
      if (open === 0 || ends.every((task) => !task.isOpen || task.process.isStopped)) {
        if (this.waiting.every(({ process }) => process.isStopped)) return;
      }
      if (this.giveTurn() || this.time.runNext()) continue;
      throw new Error('The simulated system stands still: something waits for real time.');
    }
  }

  private giveTurn(): boolean {
    const ready = this.waiting.filter(({ needsDatabase }) => !needsDatabase || !this.holder);
    const next = ready[ready.length > 1 ? this.random.int(ready.length) : 0];
    if (!next) return false;
    this.waiting.splice(this.waiting.indexOf(next), 1);
    next.go();
    return true;
  }
}
