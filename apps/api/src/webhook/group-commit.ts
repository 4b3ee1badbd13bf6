import { AsyncLocalStorage } from 'node:async_hooks';

/**
 * Writes together what arrives together: while a group is being written the next one gathers, so that the price of a
 * commit is paid once for many. Nobody waits for company: what arrives alone is written at once.
 *
 * A group that fails is written again one by one, so that nothing fails for what came with it. But when an error says
 * that nothing can be written now, everybody who waits is told so at once.
 */
export class GroupCommit<Item> {
  private waiting: Waiting<Item>[] = [];
  private writing = 0;

  /**
   * @param write all of the items or, when it throws, none
   * @param isHopeless whether an error would meet any other item as well
   */
  constructor(
    private readonly write: (items: Item[]) => Promise<void>,
    private readonly isHopeless: (error: unknown) => boolean,
  ) {}

  /** Resolves when the item is written; rejects when it is not. */
  add(item: Item): Promise<void> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ item, resolve, reject, inContext: AsyncLocalStorage.snapshot() });
      this.next();
    });
  }

  private next(): void {
    if (this.waiting.length === 0 || this.writing === GROUPS_AT_ONCE) return;
    this.writing += 1;
    const group = this.waiting.splice(0, LARGEST_GROUP);
    void this.writeGroup(group).finally(() => {
      this.writing -= 1;
      this.next();
    });
  }

  private async writeGroup(group: Waiting<Item>[]): Promise<void> {
    const failure = await this.tryWriting(group);
    if (!failure) return;
    if (group.length === 1 || this.isHopeless(failure.cause)) this.refuse(group, failure.cause);
    else await this.writeOneByOne(group);
  }

  private async writeOneByOne(group: Waiting<Item>[]): Promise<void> {
    for (const [index, one] of group.entries()) {
      const failure = await this.tryWriting([one]);
      if (!failure) continue;
      const isHopeless = this.isHopeless(failure.cause);
      this.refuse(isHopeless ? group.slice(index) : [one], failure.cause);
      if (isHopeless) return;
    }
  }

  /** Them and, when the error would meet any other as well, everybody who waits. */
  private refuse(group: Waiting<Item>[], cause: unknown): void {
    const others = this.isHopeless(cause) ? this.waiting.splice(0) : [];
    for (const { reject } of [...group, ...others]) reject(cause);
  }

  /** In the context of the first, whose request its trace belongs to. @returns why it failed, if it did */
  private async tryWriting(group: Waiting<Item>[]): Promise<{ cause: unknown } | undefined> {
    try {
      await group[0]?.inContext(() => this.write(group.map(({ item }) => item)));
      for (const { resolve } of group) resolve();
      return undefined;
    } catch (cause) {
      return { cause };
    }
  }
}

interface Waiting<Item> {
  item: Item;
  resolve: () => void;
  reject: (error: unknown) => void;
  inContext: <T>(work: () => T) => T;
}

/** One that waits for a lock does not hold up all others. */
const GROUPS_AT_ONCE = 2;
const LARGEST_GROUP = 100;
