import { holds } from '@shop/shop-harness/results/bound';
import type { Bound } from '@shop/shop-harness/results/bound';

export type Length = 'full' | 'quick';

/** Gets progress messages for a person. */
export type Say = (progress: string) => void;

/** One measured value and its baseline, both from the same run on the same machine. */
export interface Row {
  /** What was measured, with everything a reader has to know. */
  what: string;
  /** The same in a few words, for the plot. */
  title: string;
  value: number;
  unit: string;
  baseline: { what: string; value: number };
  /** value / baseline */
  ratio: number;
  /** The lowest and the highest ratio of a round; without rounds it is not known. */
  spread?: readonly [lowest: number, highest: number];
  /** The bound for the ratio, or for the value. */
  target?: { ratio: Bound } | { value: Bound };
  /** More figures, without a target. */
  figures?: Record<string, number>;
}

/** A row that could not be measured on this machine. */
export interface Skipped {
  what: string;
  skipped: string;
}

/** Measures a speed or a size from outside, and the same of a baseline. */
export interface Bench {
  /** What `npm run bench -- <name>` calls it. */
  name: string;
  says: string;
  /** All of its rows need PostgreSQL. */
  needsPostgres?: boolean;
  run: (length: Length, say: Say) => AsyncIterable<Row | Skipped>;
}

/** Defines a bench with its sizes. The full and the quick form have the same steps and other numbers. */
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

/**
 * Rounds the values of a row and adds the ratio.
 * @param rounds the ratio of each round: gives the spread
 */
export function rowOf({
  rounds,
  ...row
}: Omit<Row, 'ratio' | 'spread'> & { rounds?: number[] }): Row {
  const { what, title, value, unit, baseline, ...rest } = row;
  const ratio = twoDecimals(value / baseline.value);
  const spread =
    rounds && ([Math.min(...rounds), Math.max(...rounds)].map(twoDecimals) as [number, number]);
  return {
    what,
    title,
    value: twoDecimals(value),
    unit,
    baseline: { ...baseline, value: twoDecimals(baseline.value) },
    ratio,
    ...(spread && { spread }),
    ...rest,
  };
}

/** Whether a row reaches its target. A row without a target always does. */
export function isReached({ target, value, ratio }: Row): boolean {
  if (!target) return true;
  return 'ratio' in target ? holds(ratio, target.ratio) : holds(value, target.value);
}

/** Two decimals are enough to compare. */
const twoDecimals = (value: number) => Number(value.toFixed(2));
