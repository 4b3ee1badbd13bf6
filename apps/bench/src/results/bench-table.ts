import type { Where } from '@shop/shop-harness/results/gathered-lines';
import { markdownTable } from '@shop/shop-harness/results/markdown-table';
import type { Row } from '../bench';
import type { Line } from '../run-bench';

/** One run: where it was, and its rows. */
export interface BenchRun extends Where {
  reports: readonly Line[];
}

/** The benches whose first row with a target stands in the README. */
const HEADLINES = ['confirmation', 'webhook', 'start-up'];

/** Three lines for the README. */
export const benchHeadlines = (run: BenchRun): string =>
  HEADLINES.flatMap((bench) => {
    const line = run.reports.find((report) => report.bench === bench && 'target' in report);
    if (!line) return [];
    const [, what, measured, baseline, ratio, target] = cellsOf(line);
    return [`- ${what}: ${measured}, ${ratio} × ${baseline} (${target}; [all](docs/bench.md)).`];
  }).join('\n');

/** The table for docs/bench.md: every row. */
export const benchTable = (run: BenchRun): string =>
  [whereOf(run), '', tableOf(run.reports)].join('\n');

const whereOf = ({ date, machine, reports }: BenchRun) =>
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
    numberOf(line.ratio),
    targetOf(line),
  ];
}

function targetOf({ target, unit, reached }: Row & { reached?: boolean }): string {
  if (!target) return '';
  const bound = 'ratio' in target ? String(target.ratio) : `${target.value} ${unit}`;
  if (reached === undefined) return bound;
  return reached ? `${bound}: reached` : `**${bound}: missed**`;
}

const firstLine = (text: string) => text.split('\n')[0] ?? '';

/** Large numbers without decimals, others with three digits. */
const numberOf = (value: number) =>
  value >= 100 ? Math.round(value).toLocaleString('en') : String(Number(value.toPrecision(3)));
