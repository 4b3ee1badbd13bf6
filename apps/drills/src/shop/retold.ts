/** How often each mail and each merchant event was told, by its id: Message-ID or webhook-id. */
export class Retold {
  readonly #counts = new Map<string, number>();
  #before = new Map<string, number>();

  /** @param id of an event to the merchant */
  readonly onEvent = (id: string): void => {
    this.#counts.set(id, (this.#counts.get(id) ?? 0) + 1);
  };

  /** @param raw a mail as it was sent */
  readonly onMail = (raw: string): void => {
    this.onEvent(/^message-id:\s*(\S+)/im.exec(raw)?.[1] ?? 'a mail without an id');
  };

  /** How many different things were told. */
  get different(): number {
    return this.#counts.size;
  }

  /** What is told from now on is told again, or was never told before. */
  remember(): void {
    this.#before = new Map(this.#counts);
  }

  /** How many things were told again since `remember`, under the ids that they had. */
  get again(): number {
    return [...this.#before].filter(([id, count]) => (this.#counts.get(id) ?? 0) > count).length;
  }

  /** How many things were told since `remember` under ids that nothing had before. */
  get underOtherIds(): number {
    return this.#counts.size - this.#before.size;
  }
}
