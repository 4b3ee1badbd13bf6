import type { Loaded, LoadedInRounds } from '../load/load';

/** Percentiles of the answer times, of the API and of the baseline. */
export const figuresOf = ({ ours, baseline }: Record<'ours' | 'baseline', Loaded>) => ({
  p50Ms: milliseconds(ours.p50Ms),
  p99Ms: milliseconds(ours.p99Ms),
  baselineP50Ms: milliseconds(baseline.p50Ms),
  baselineP99Ms: milliseconds(baseline.p99Ms),
});

const milliseconds = (value: number) => Number(value.toFixed(2));

/** The ratio of each round: a row's `rounds`. */
export const ratiosOf = (
  ours: LoadedInRounds,
  baseline: LoadedInRounds,
  what: 'aSecond' | 'p99Ms' = 'aSecond',
): number[] =>
  ours.rounds.map((round, index) => round[what] / (baseline.rounds[index]?.[what] ?? NaN));
