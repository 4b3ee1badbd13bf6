import { holds } from '@shop/shop-harness/results/bound';
import type { Bound } from '@shop/shop-harness/results/bound';

export type Length = 'full' | 'quick';

/** Told of progress, for a person. */
export type Say = (progress: string) => void;

/** What was measured, against what was measured beside it on the same machine. */
export interface Row {
  /** What it is, with all that has to be known to read the figure. */
  what: string;
  value: number;
  unit: string;
  baseline: { what: string; value: number };
  /** value / baseline */
  ratio: number;
  /** What the ratio, or the value where it is absolute, has to be. */
  target?: { ratio: Bound } | { value: Bound };
  /** More that was measured, to be read. */
  figures?: Record<string, number>;
}

/** A row that could not be measured here. */
export interface Skipped {
  what: string;
  skipped: string;
}

/** Something whose speed or size is measured against a baseline, both from outside. */
export interface Bench {
  /** What `npm run bench -- <name>` calls it. */
  name: string;
  says: string;
  /** All of its rows are about PostgreSQL. */
  needsPostgres?: boolean;
  run: (length: Length, say: Say) => AsyncIterable<Row | Skipped>;
}

/** A bench and how large it is in full and in quick: the same steps, other numbers. */
export function defineBench<Size>({
  sizes,
  run,
  ...bench
}: Omit<Bench, 'run'> & {
  sizes: Record<Length, Size>;
  run: (size: Size, say: Say) => AsyncIterable<Row | Skipped>;
}): Bench {
  return { ...bench, run: (length, say) => run(sizes[length], say) };
}

/** Puts the ratio to a row. */
export function rowOf(row: Omit<Row, 'ratio'>): Row {
  const { what, value, unit, baseline, ...rest } = row;
  const ratio = twoDecimals(value / baseline.value);
  return {
    what,
    value: twoDecimals(value),
    unit,
    baseline: { ...baseline, value: twoDecimals(baseline.value) },
    ratio,
    ...rest,
  };
}

/** Whether a row is what it has to be; a row without a target always is. */
export function isReached({ target, value, ratio }: Row): boolean {
  if (!target) return true;
  return 'ratio' in target ? holds(ratio, target.ratio) : holds(value, target.value);
}

/** Enough digits to compare by. */
const twoDecimals = (value: number) => Number(value.toFixed(2));
