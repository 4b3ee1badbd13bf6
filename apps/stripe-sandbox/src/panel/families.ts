/** Ids that belong together, such as a session, its payment intent and its refunds (a union-find). */
export class Families {
  readonly #parents = new Map<string, string>();

  /** Puts the ids, and all that they were joined with before, into one family. */
  join([first, ...others]: readonly string[]): void {
    if (first === undefined) return;
    for (const other of others) this.#parents.set(this.of(other), this.of(first));
  }

  /** A name of the id's family: the same for all of its ids. */
  of(id: string): string {
    let root = id;
    for (;;) {
      const parent = this.#parents.get(root);
      if (parent === undefined || parent === root) return root;
      root = parent;
    }
  }
}
