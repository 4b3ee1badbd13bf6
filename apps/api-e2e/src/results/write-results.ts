import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { repositoryRoot } from '@shop/stack';
import type { Drill } from '../drill';
import { compactTable, fullTable } from './results-table';
import type { Run } from './results-table';

const START = '<!-- drills -->';
const END = '<!-- /drills -->';

/** Replaces what stands between the marks in docs/drills.md and in the README. */
export async function writeResults(run: Run, drills: readonly Drill[]): Promise<void> {
  await replace('docs/drills.md', fullTable(run, drills));
  await replace('README.md', compactTable(run, drills));
}

async function replace(file: string, text: string): Promise<void> {
  const path = join(repositoryRoot, file);
  const whole = await readFile(path, 'utf8');
  const [start, end] = [whole.indexOf(START), whole.indexOf(END)];
  if (start < 0 || end < start) throw new Error(`${file} has no ${START} … ${END}.`);
  await writeFile(
    path,
    `${whole.slice(0, start + START.length)}\n\n${text}\n\n${whole.slice(end)}`,
  );
}
