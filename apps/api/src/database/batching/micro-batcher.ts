import { AsyncLocalStorage } from 'node:async_hooks';
import { caps } from '../caps';
import { DatabaseBusyError } from '../database-busy-error';

/** How much may wait for a batch, and for how long. */
export interface WaitingLimits {
  items: number;
  ms: number;
}

/** A request is answered within 2.5 seconds, so nobody needs a result that comes later. */
const USUAL_LIMITS: WaitingLimits = {
  items: caps.waitingForDatabase.max,
  ms: caps.waitingForDatabaseMs.max,
};

/**
 * Collects calls into batches, so that many of them cost one trip to the database and one commit. A call that comes
 * alone is a batch of one and starts at once. Calls of the same turn of the event loop, and calls that come while both
 * batches run, form the next batch.
 *
 * When a batch fails, its items are tried again one by one, so that one bad item fails alone. This is left out when the
 * error says that every try would fail. Two batches run at the same time, so that a batch that waits, for a lock or on
 * a silent connection, does not stop the others.
 *
 * What waits is bounded, because the database may be away while calls keep coming: a call is refused at once when the
 * queue is full, and later when it has waited too long. Once a batch has found the database away, no more than one batch
 * may wait, until one succeeds. Items stay in memory while they wait, so keep them small.
 */
export class MicroBatcher<Item, Result> {
  private waiting: Waiting<Item, Result>[] = [];
  private running = 0;
  private isCalled = false;
  /** Whether the last batch that ended failed because the database was away. */
  private isAway = false;
  private timer: NodeJS.Timeout | undefined;

  /**
   * @param work handles all items or, when it throws, none; resolves with a function that gives each item its result
   * @param isHopeless whether an error would also meet the items one by one
   */
  constructor(
    private readonly work: (items: Item[]) => Promise<(item: Item) => Result>,
    private readonly isHopeless: (error: unknown) => boolean,
    private readonly limits: WaitingLimits = USUAL_LIMITS,
  ) {}

  /**
   * @returns the result of the item, once its batch is done
   * @throws DatabaseBusyError when too many items wait, or this one has waited too long; otherwise the error of the work
   */
  add(item: Item): Promise<Result> {
    const most = this.isAway ? LARGEST_BATCH : this.limits.items;
    if (this.waiting.length >= Math.min(most, this.limits.items)) {
      return Promise.reject(new DatabaseBusyError('full'));
    }
    return new Promise((resolve, reject) => {
      const inContext = AsyncLocalStorage.snapshot();
      this.waiting.push({ item, resolve, reject, inContext, since: performance.now() });
      if (!this.isCalled && this.running < BATCHES_AT_ONCE) {
        this.isCalled = true;
        setImmediate(() => void this.doAll());
      }
      this.timer ??= this.refuseLater(this.limits.ms);
    });
  }

  private refuseLater(ms: number): NodeJS.Timeout {
    return setTimeout(() => this.refuseLate(), ms).unref();
  }

  /** Refuses what has waited too long. The oldest stand first, so the new first one says when to look again. */
  private refuseLate(): void {
    const now = performance.now();
    const isInTime = ({ since }: { since: number }) => now - since < this.limits.ms;
    const inTime = this.waiting.findIndex(isInTime);
    const late = this.waiting.splice(0, inTime < 0 ? this.waiting.length : inTime);
    refuse(late, new DatabaseBusyError('late'));
    const [oldest] = this.waiting;
    this.timer = oldest && this.refuseLater(Math.ceil(oldest.since + this.limits.ms - now));
  }

  private async doAll(): Promise<void> {
    this.isCalled = false;
    this.running += 1;
    while (this.waiting.length > 0) await this.doBatch(this.waiting.splice(0, LARGEST_BATCH));
    this.running -= 1;
  }

  private async doBatch(batch: Waiting<Item, Result>[]): Promise<void> {
    const failure = await this.try(batch);
    if (!failure) return;
    if (batch.length === 1 || this.isHopeless(failure.cause)) refuse(batch, failure.cause);
    else await this.doOneByOne(batch);
  }

  private async doOneByOne(batch: Waiting<Item, Result>[]): Promise<void> {
    for (const [index, one] of batch.entries()) {
      const failure = await this.try([one]);
      if (!failure) continue;
      const isHopeless = this.isHopeless(failure.cause);
      refuse(isHopeless ? batch.slice(index) : [one], failure.cause);
      if (isHopeless) return;
    }
  }

  /** Runs in the context of the first item: the trace shows the batch in its request. @returns the error, if any */
  private async try(batch: Waiting<Item, Result>[]): Promise<{ cause: unknown } | undefined> {
    try {
      const resultOf = await batch[0]?.inContext(() => this.work(batch.map(({ item }) => item)));
      this.isAway = false;
      for (const { item, resolve } of batch) if (resultOf) resolve(resultOf(item));
      return undefined;
    } catch (cause) {
      this.isAway = this.isHopeless(cause);
      return { cause };
    }
  }
}

interface Waiting<Item, Result> {
  item: Item;
  resolve: (result: Result) => void;
  reject: (error: unknown) => void;
  inContext: <T>(work: () => T) => T;
  /** When it was added, in milliseconds of `performance.now()`. */
  since: number;
}

function refuse(batch: { reject: (error: unknown) => void }[], cause: unknown): void {
  for (const { reject } of batch) reject(cause);
}

const BATCHES_AT_ONCE = 2;
/** One statement with this many rows still ends well within its time-out. */
const LARGEST_BATCH = 100;
