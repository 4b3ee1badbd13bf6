import type { RepositoryCopy } from './repository-copy.ts';

/** A change that must not pass, and the check that must notice it. */
export interface DeliberateBreak {
  what: string;
  /** Breaks the copy. */
  apply: (copy: RepositoryCopy) => Promise<void>;
  /** The check, as somebody would type it. */
  check: string;
  /** What the check says when it fails for this reason, and not for another. */
  reason: RegExp;
}
