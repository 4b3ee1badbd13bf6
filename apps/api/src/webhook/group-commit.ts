/**
 * Writes together what arrives together: while a group is being written the next one gathers, so that the price of a
 * commit is paid once for many. Nobody waits for company: what arrives alone is written at once.
 *
 * A group that fails is written again one by one, so that nothing fails for what came with it.
 */
export class GroupCommit<Item> {
  private waiting: Waiting<Item>[] = [];
  private writing = 0;

  /**
   * @param write all of the items or, when it throws, none
   * @param isHopeless whether an error would meet each item alone as well
   */
  constructor(
    private readonly write: (items: Item[]) => Promise<void>,
    private readonly isHopeless: (error: unknown) => boolean,
  ) {}

  /** Resolves when the item is written; rejects when it is not. */
  add(item: Item): Promise<void> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ item, resolve, reject });
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
    try {
      await this.write(group.map(({ item }) => item));
      for (const { resolve } of group) resolve();
    } catch (error) {
      if (group.length > 1 && !this.isHopeless(error)) {
        for (const one of group) await this.writeGroup([one]);
      } else {
        for (const { reject } of group) reject(error);
      }
    }
  }
}

interface Waiting<Item> {
  item: Item;
  resolve: () => void;
  reject: (error: unknown) => void;
}

/** One that waits for a lock does not hold up all others. */
const GROUPS_AT_ONCE = 2;
const LARGEST_GROUP = 100;
