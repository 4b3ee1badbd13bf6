/** A promise of the product that a history has broken; its message says which. */
export class BrokenPromise extends Error {}

export function promise(isKept: boolean, words: string): void {
  if (!isKept) throw new BrokenPromise(words);
}
