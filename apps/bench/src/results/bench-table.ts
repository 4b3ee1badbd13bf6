import { markdownTable } from '@shop/shop-harness/results/markdown-table';
import type { Where } from '@shop/shop-harness/results/gathered-lines';
import type { Row } from '../bench';
import type { Line } from '../run-bench';

/** One run: where it was, and its rows. */
export interface BenchRun extends Where {
  reports: readonly Line[];
}

/** Every row of a run, under the machine it ran on. */
export const benchTable = (run: BenchRun): string =>
  [whereOf(run), '', tableOf(run.reports)].join('\n');

export const whereOf = ({ date, machine, reports }: BenchRun) =>
  `${date}, ${machine}.${reports.some(({ quick }) => quick) ? ' A quick run: not to be read as results.' : ''}`;

const tableOf = (lines: readonly Line[]): string =>
  markdownTable(['', 'what', 'measured', 'baseline', 'ratio', 'target'], lines.map(cellsOf));

function cellsOf(line: Line): string[] {
  if ('error' in line)
    return [line.bench, `**not finished**: ${firstLine(line.error)}`, '', '', '', ''];
  if ('skipped' in line) return [line.bench, line.what, `skipped: ${line.skipped}`, '', '', ''];
  const { bench, what, unit, baseline } = line;
  return [
    bench,
    what,
    `${numberOf(line.value)} ${unit}`,
    `${numberOf(baseline.value)} ${unit}: ${baseline.what}`,
    ratioOf(line),
    targetOf(line),
  ];
}

/** The ratio, and those of its rounds: `0.75 (0.71 to 0.78)`. */
export const ratioOf = ({ ratio, spread }: Pick<Row, 'ratio' | 'spread'>): string =>
  spread ? `${numberOf(ratio)} (${spread.map(numberOf).join(' to ')})` : numberOf(ratio);

function targetOf({ target, unit, reached }: Row & { reached?: boolean }): string {
  if (!target) return '';
  const bound = 'ratio' in target ? String(target.ratio) : `${target.value} ${unit}`;
  if (reached === undefined) return bound;
  return reached ? `${bound}: reached` : `**${bound}: missed**`;
}

const firstLine = (text: string) => text.split('\n')[0] ?? '';

/** Large numbers without decimals, others with three digits. */
export const numberOf = (value: number) =>
  value >= 100 ? Math.round(value).toLocaleString('en') : String(Number(value.toPrecision(3)));
