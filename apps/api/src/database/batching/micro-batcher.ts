import { AsyncLocalStorage } from 'node:async_hooks';

/**
 * Does together what is asked together: what comes in one turn of the event loop, or while the batch before it is being
 * done, is one trip to the database and one commit. Nobody waits for company: what is asked alone is done at once.
 *
 * A batch that fails is done again one by one, so that nothing fails for what came with it; but not when the error says
 * that the next try would fail as well. Two batches are done at once, so that one that waits, for a lock or on a
 * connection that has gone silent, does not hold up all others.
 */
export class MicroBatcher<Item, Result> {
  private waiting: Waiting<Item, Result>[] = [];
  private running = 0;
  private isCalled = false;

  /**
   * @param work does all of it or, when it throws, nothing; resolves with what each item gets
   * @param isHopeless whether an error would meet the items one by one as well
   */
  constructor(
    private readonly work: (items: Item[]) => Promise<(item: Item) => Result>,
    private readonly isHopeless: (error: unknown) => boolean,
  ) {}

  /** Resolves when the item is done; rejects when it is not. */
  add(item: Item): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ item, resolve, reject, inContext: AsyncLocalStorage.snapshot() });
      if (this.isCalled || this.running === BATCHES_AT_ONCE) return;
      this.isCalled = true;
      setImmediate(() => void this.doAll());
    });
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

  /** In the context of the first, whose request its trace belongs to. @returns why it failed, if it did */
  private async try(batch: Waiting<Item, Result>[]): Promise<{ cause: unknown } | undefined> {
    try {
      const resultOf = await batch[0]?.inContext(() => this.work(batch.map(({ item }) => item)));
      for (const { item, resolve } of batch) if (resultOf) resolve(resultOf(item));
      return undefined;
    } catch (cause) {
      return { cause };
    }
  }
}

interface Waiting<Item, Result> {
  item: Item;
  resolve: (result: Result) => void;
  reject: (error: unknown) => void;
  inContext: <T>(work: () => T) => T;
}

function refuse(batch: { reject: (error: unknown) => void }[], cause: unknown): void {
  for (const { reject } of batch) reject(cause);
}

const BATCHES_AT_ONCE = 2;
/** So that one statement stays short enough for its time-out. */
const LARGEST_BATCH = 100;
