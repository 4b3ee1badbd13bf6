/** A known bug: a small change of a file of the product. */
export interface PlantedBug {
  name: string;
  /** What it breaks, in plain words. */
  story: string;
  /** From the root of the repository. */
  file: string;
  /** A text that is in the file once. */
  find: string;
  replace: string;
  /** Which tier shows it; the decisions alone unless it is said. */
  tier?: 'a' | 'b';
}
