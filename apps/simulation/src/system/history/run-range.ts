import type { Range } from '../../decisions/run-range';
import { World } from '../world/world';
import type { Coverage } from './coverage';
import { newCoverage } from './coverage';
import { liveHistory } from './run-history';
import type { Step } from './step';

export interface RangeResult {
  histories: number;
  steps: number;
  coverage: Coverage;
  /** Of all traces; it does not depend on how the range is divided. */
  hash: number;
  /** The longest time, in virtual minutes, from the end of the faults until everything was told. */
  minutes: number;
  failure: { number: number; steps: Step[]; message: string } | undefined;
}

let opened: Promise<World> | undefined;

/** One database for all histories of a thread: making one takes seconds. */
export const theWorld = () => (opened ??= World.open());

/** Lives the histories of a range, up to the first one that breaks a promise. */
export async function runRange({ seed, from, histories, stride }: Range): Promise<RangeResult> {
  const world = await theWorld();
  const coverage = newCoverage();
  const result = { histories: 0, steps: 0, coverage, hash: 0, minutes: 0, failure: undefined };
  for (let number = from; number < histories; number += stride) {
    const { steps, hash, minutes, error } = await liveHistory(world, seed, number, coverage);
    result.histories += 1;
    result.steps += steps.length;
    result.hash = (result.hash + Math.imul(hash, (2 * number + 1) | 0)) >>> 0;
    result.minutes = Math.max(result.minutes, minutes);
    if (error) return { ...result, failure: { number, steps, message: error.message } };
  }
  return result;
}

/** The results of the parts as one. */
export function together(parts: readonly RangeResult[]): RangeResult {
  const coverage = newCoverage();
  for (const part of parts)
    part.coverage.forEach((count, at) => (coverage[at] = (coverage[at] ?? 0) + count));
  const failures = parts.flatMap(({ failure }) => failure ?? []);
  const sum = (of: (part: RangeResult) => number) => parts.reduce((all, part) => all + of(part), 0);
  return {
    histories: sum(({ histories }) => histories),
    steps: sum(({ steps }) => steps),
    coverage,
    hash: sum(({ hash }) => hash) % 2 ** 32,
    minutes: Math.max(...parts.map(({ minutes }) => minutes)),
    failure: failures.toSorted((a, b) => a.number - b.number)[0],
  };
}
