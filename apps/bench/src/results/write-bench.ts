import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readLines } from '@shop/shop-harness/results/gathered-lines';
import { replaceBetweenMarks } from '@shop/shop-harness/results/replace-between-marks';
import { repositoryRoot } from '@shop/stack';
import type { Line } from '../run-bench';
import { benchPlot } from './bench-plot';
import { benchTable } from './bench-table';
import type { BenchRun } from './bench-table';

const KEPT = join(repositoryRoot, 'docs/bench');

/**
 * Keeps a run as the newest of its kind of machine (docs/bench), then writes the tables of all kinds to docs/bench.md, and
 * this run's plot, which the README shows, to docs/bench.svg.
 */
export async function writeBench(run: BenchRun): Promise<void> {
  const { reports, ...where } = run;
  await mkdir(KEPT, { recursive: true });
  const lines = [where, ...reports].map((line) => JSON.stringify(line));
  await writeFile(join(KEPT, `${kindOf(run)}.jsonl`), `${lines.join('\n')}\n`);
  await writeFile(join(repositoryRoot, 'docs/bench.svg'), benchPlot(run));
  const files = (await readdir(KEPT)).filter((name) => name.endsWith('.jsonl')).sort();
  const runs = await Promise.all(files.map((name) => readLines<Line>(join(KEPT, name))));
  await replaceBetweenMarks('docs/bench.md', 'bench', runs.map(benchTable).join('\n\n'));
}

/** The kind of a machine: cores and processor. `2 cores (AMD EPYC), 24 GB, …` is `2-cores-amd-epyc`. */
export const kindOf = ({ machine }: Pick<BenchRun, 'machine'>): string =>
  (/^[^)]*\)/.exec(machine)?.[0] ?? machine)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
