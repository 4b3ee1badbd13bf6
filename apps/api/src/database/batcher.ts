import { AsyncLocalStorage } from 'node:async_hooks';

/**
 * Does together what is asked together: what comes in one turn of the event loop, or while the batch before it is being
 * done, is one trip to the database and one commit. Nobody waits for company: what is asked alone is done at once.
 *
 * A batch that fails is done again one by one, so that nothing fails for what came with it. But when an error says that
 * nothing can be done now, everybody who waits is told so at once.
 */
export class Batcher<Item, Result> {
  private waiting: Waiting<Item, Result>[] = [];
  private isBusy = false;

  /**
   * @param work does all of it or, when it throws, nothing; resolves with what each item gets
   * @param isHopeless whether an error would meet any other item as well
   */
  constructor(
    private readonly work: (items: Item[]) => Promise<(item: Item) => Result>,
    private readonly isHopeless: (error: unknown) => boolean,
  ) {}

  /** Resolves when the item is done; rejects when it is not. */
  add(item: Item): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ item, resolve, reject, inContext: AsyncLocalStorage.snapshot() });
      if (this.isBusy) return;
      this.isBusy = true;
      setImmediate(() => void this.doAll());
    });
  }

  private async doAll(): Promise<void> {
    while (this.waiting.length > 0) await this.doBatch(this.waiting.splice(0, LARGEST_BATCH));
    this.isBusy = false;
  }

  private async doBatch(batch: Waiting<Item, Result>[]): Promise<void> {
    const failure = await this.try(batch);
    if (!failure) return;
    if (batch.length === 1 || this.isHopeless(failure.cause)) this.refuse(batch, failure.cause);
    else await this.doOneByOne(batch);
  }

  private async doOneByOne(batch: Waiting<Item, Result>[]): Promise<void> {
    for (const [index, one] of batch.entries()) {
      const failure = await this.try([one]);
      if (!failure) continue;
      const isHopeless = this.isHopeless(failure.cause);
      this.refuse(isHopeless ? batch.slice(index) : [one], failure.cause);
      if (isHopeless) return;
    }
  }

  /** Them and, when the error would meet any other as well, everybody who waits. */
  private refuse(batch: Waiting<Item, Result>[], cause: unknown): void {
    const others = this.isHopeless(cause) ? this.waiting.splice(0) : [];
    for (const { reject } of [...batch, ...others]) reject(cause);
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

/** So that one statement stays short enough for its time-out. */
const LARGEST_BATCH = 100;
