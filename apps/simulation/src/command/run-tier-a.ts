import { runRange, together } from '../decisions/run-range';
import type { Options } from './options';
import type { RangeResult } from '../decisions/run-range';
import { runPart } from './run-part';

/** Lives the histories in so many threads. */
export async function runTierA(
  { seed, threads, bug }: Pick<Options, 'seed' | 'threads' | 'bug'>,
  histories: number,
): Promise<RangeResult> {
  const ranges = Array.from({ length: threads }, (_, from) => ({
    seed,
    from,
    histories,
    stride: threads,
  }));
  if (threads === 1) return together(ranges.map(runRange));
  return together(
    await Promise.all(ranges.map((range) => runPart<RangeResult>({ ...range, bug, tier: 'a' }))),
  );
}
