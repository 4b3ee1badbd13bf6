import { replaceBetweenMarks } from '@shop/shop-harness/results/replace-between-marks';
import type { Drill } from '../drill';
import { fullTable, headlines } from './results-table';
import type { Run } from './results-table';

/** Writes the tables between the marks in docs/drills.md and in the README. */
export async function writeResults(run: Run, drills: readonly Drill[]): Promise<void> {
  await replaceBetweenMarks('docs/drills.md', 'drills', fullTable(run, drills));
  await replaceBetweenMarks('README.md', 'drills', headlines(run));
}
