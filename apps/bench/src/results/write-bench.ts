import { replaceBetweenMarks } from '@shop/shop-harness/results/replace-between-marks';
import { benchHeadlines, benchTable } from './bench-table';
import type { BenchRun } from './bench-table';

/** Writes the tables between the marks in docs/bench.md and in the README. */
export async function writeBench(run: BenchRun): Promise<void> {
  await replaceBetweenMarks('docs/bench.md', 'bench', benchTable(run));
  await replaceBetweenMarks('README.md', 'bench', benchHeadlines(run));
}
