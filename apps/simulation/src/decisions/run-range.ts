import { generate } from './generate';
import { newCoverage, runHistory } from './run-history';
import type { Coverage, Step } from './run-history';

export interface Range {
  seed: number;
  /** The number of the first history, how many there are up to the last, and how far they are apart. */
  from: number;
  histories: number;
  stride: number;
}

export interface RangeResult {
  histories: number;
  steps: number;
  coverage: Coverage;
  /** Of all traces; it does not depend on how the range is divided. */
  hash: number;
  failure: { number: number; steps: Step[]; message: string } | undefined;
}

/** Lives the histories of a range, up to the first one that breaks a promise. */
export function runRange({ seed, from, histories, stride }: Range): RangeResult {
  // The product throws errors in its normal course; their stacks would take most of the time.
  Error.stackTraceLimit = 0;
  const coverage = newCoverage();
  const result: RangeResult = { histories: 0, steps: 0, coverage, hash: 0, failure: undefined };
  for (let number = from; number < histories; number += stride) {
    const { steps, hash, error } = runHistory(generate(seed, number), coverage);
    result.histories += 1;
    result.steps += steps.length;
    result.hash = (result.hash + Math.imul(hash, (2 * number + 1) | 0)) >>> 0;
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
  return {
    histories: parts.reduce((sum, part) => sum + part.histories, 0),
    steps: parts.reduce((sum, part) => sum + part.steps, 0),
    coverage,
    hash: parts.reduce((sum, part) => (sum + part.hash) >>> 0, 0),
    failure: failures.toSorted((a, b) => a.number - b.number)[0],
  };
}
