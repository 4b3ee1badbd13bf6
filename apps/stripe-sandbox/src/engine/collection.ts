/**
 * Objects by id, in the order they were made. Holds at most `limit`: the oldest makes room, so that a server that
 * runs for weeks keeps a bounded memory.
 */
export class Collection<T> {
  readonly #items = new Map<string, T>();

  constructor(
    private readonly limit: number,
    private readonly onChange: () => void,
  ) {}

  get(id: string): T | undefined {
    return this.#items.get(id);
  }

  /** Adds the object, or reports that the object with this id has changed. */
  put(id: string, item: T): T {
    this.#items.set(id, item);
    if (this.#items.size > this.limit) {
      const [oldest] = this.#items.keys();
      if (oldest !== undefined) this.#items.delete(oldest);
    }
    this.onChange();
    return item;
  }

  delete(id: string): void {
    this.#items.delete(id);
    this.onChange();
  }

  clear(): void {
    this.#items.clear();
    this.onChange();
  }

  get size(): number {
    return this.#items.size;
  }

  newestFirst(): T[] {
    return [...this.#items.values()].reverse();
  }

  entries(): [string, T][] {
    return [...this.#items.entries()];
  }

  load(entries: [string, T][]): void {
    this.#items.clear();
    for (const [id, item] of entries) this.#items.set(id, item);
  }
}
