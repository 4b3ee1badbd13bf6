import type { Loaded } from '../load/load';

/** How long the answers took, on both sides. */
export const figuresOf = ({ ours, baseline }: Record<'ours' | 'baseline', Loaded>) => ({
  p50Ms: milliseconds(ours.p50Ms),
  p99Ms: milliseconds(ours.p99Ms),
  baselineP50Ms: milliseconds(baseline.p50Ms),
  baselineP99Ms: milliseconds(baseline.p99Ms),
});

const milliseconds = (value: number) => Number(value.toFixed(2));
