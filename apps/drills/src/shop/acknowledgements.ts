/**
 * The mails that acknowledge withdrawals, by their Message-ID. A process that is killed after it sent one and before it
 * stored that sends it again with the same Message-ID: that is one mail.
 */
export class Acknowledgements {
  /** How often each came: `w-r7k3-m9qx` and the number. */
  readonly #received = new Map<string, number>();
  readonly #ids = new Map<string, Set<string>>();
  readonly #expected = new Set<string>();

  /** @param raw a mail as it was sent */
  hear(raw: string): void {
    const [, id, reference] = /^message-id:\s*<(withdrawal-([^@>]+)[^>]*)>/im.exec(raw) ?? [];
    if (!id || !reference) return;
    this.#received.set(reference, (this.#received.get(reference) ?? 0) + 1);
    const [, to = ''] = /^to:\s*(.*)$/im.exec(raw) ?? [];
    this.#ids.set(to, (this.#ids.get(to) ?? new Set()).add(id));
  }

  /** @param reference of a withdrawal whose sender was told that it is received */
  expect(reference: string): void {
    this.#expected.add(reference.toLowerCase());
  }

  get expected(): number {
    return this.#expected.size;
  }

  get missing(): number {
    return [...this.#expected].filter((reference) => !this.#received.has(reference)).length;
  }

  /** Senders that got two mails that are not the same. */
  get twice(): number {
    return [...this.#ids.values()].filter(({ size }) => size > 1).length;
  }

  /** Mails that came again as the same mail. */
  get repeated(): number {
    return [...this.#received.values()].reduce((sum, count) => sum + count - 1, 0);
  }
}
