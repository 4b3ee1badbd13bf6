import { markdownTable } from '@shop/shop-harness/results/markdown-table';
import type { Row } from '../bench';
import type { BenchRun } from './bench-table';
import { ratioOf, whereOf } from './bench-table';

/** What became of a row: `worse` and `better` only where the rounds of the two runs do not overlap. */
export type Change = 'worse' | 'better' | 'same';

/** A row of this run beside the same row of an earlier one. */
export interface Compared {
  row: Row;
  before: Row;
  change: Change;
}

/** The rows that both runs have. Ratios are compared: they mean the same on another machine. */
export function compareRuns(now: BenchRun, before: BenchRun): Compared[] {
  const earlier = new Map(rowsOf(before).map((row) => [row.what, row]));
  return rowsOf(now).flatMap((row) => {
    const old = earlier.get(row.what);
    return old ? [{ row, before: old, change: changeOf(row, old) }] : [];
  });
}

/** Both runs in one table for a person. */
export const comparedTable = (now: BenchRun, before: BenchRun): string =>
  [
    `Before: ${whereOf(before)}`,
    `Now: ${whereOf(now)}`,
    '',
    markdownTable(
      ['what', 'before', 'now', ''],
      compareRuns(now, before).map(({ row, before: old, change }) => [
        row.what,
        ratioOf(old),
        ratioOf(row),
        change === 'worse' ? '**worse**' : change,
      ]),
    ),
  ].join('\n');

const rowsOf = ({ reports }: BenchRun): Row[] =>
  reports.flatMap((line) => ('value' in line ? [line] : []));

/** Without rounds a tenth is taken for their spread. */
const boundsOf = ({ ratio, spread }: Row) => spread ?? ([ratio * 0.9, ratio * 1.1] as const);

function changeOf(now: Row, before: Row): Change {
  const [[low, high], [oldLow, oldHigh]] = [boundsOf(now), boundsOf(before)];
  if (low <= oldHigh && high >= oldLow) return 'same';
  return high < oldLow === isMoreBetter(now) ? 'worse' : 'better';
}

/** Times and memory are better when they are less. */
const isMoreBetter = ({ unit }: Row) => unit.endsWith('/s');
