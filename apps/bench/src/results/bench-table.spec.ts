import { describe, expect, it } from '@jest/globals';
import { isReached, rowOf } from '../bench';
import type { Line } from '../run-bench';
import { benchHeadlines, benchTable } from './bench-table';

const row = rowOf({
  what: 'confirmations',
  value: 2612.3456,
  unit: 'requests/s',
  baseline: { what: "the guide's page", value: 33.333 },
  target: { ratio: '>= 25' },
});
const line: Line = { bench: 'confirmation', ...row, reached: true };
const runOf = (...reports: Line[]) => ({ machine: 'a machine', date: '2026-11-24', reports });

describe('the table of benches', () => {
  it('tells what was measured, against what, and whether that is enough', () => {
    expect(benchTable(runOf(line))).toContain(
      "| confirmation | confirmations | 2,612 requests/s | 33.3 requests/s: the guide's page | 78.4 | >= 25: reached |",
    );
    expect(benchTable(runOf(line))).toContain('2026-11-24, a machine.');
  });

  it('shows a miss, a target of its own unit, what was skipped and what was not finished', () => {
    expect(benchTable(runOf({ ...line, reached: false }))).toContain('| **>= 25: missed** |');
    const start: Line = { ...line, bench: 'start-up', unit: 's', target: { value: '<= 3' } };
    expect(benchTable(runOf({ ...start, reached: true }))).toContain('| <= 3 s: reached |');
    const skipped: Line = { bench: 'webhook', what: 'webhooks', skipped: 'no PostgreSQL' };
    expect(benchTable(runOf(skipped))).toContain('| webhook | webhooks | skipped: no PostgreSQL |');
    const failed: Line = { bench: 'memory', error: 'No.\nat' };
    expect(benchTable(runOf(failed))).toContain('| memory | **not finished**: No. |');
  });

  it('is no result after a quick run, which holds nothing to its target', () => {
    const { reached: _, ...quick } = { ...line, quick: true as const };
    expect(benchTable(runOf(quick))).toContain('not to be read as results');
    expect(benchTable(runOf(quick))).toContain('| >= 25 |');
  });

  it('is a line a bench in the README: its first row with a target', () => {
    const { target: _, ...untargeted } = rowOf({ ...row, what: 'products' });
    const other: Line = { bench: 'products', ...untargeted };
    const text = benchHeadlines(runOf(line, other));
    expect(text).toContain('confirmations');
    expect(text).not.toContain('products');
  });
});

describe('a row', () => {
  it('is reached when its ratio, or its value, is within the bound', () => {
    expect(isReached(row)).toBe(true);
    expect(isReached({ ...row, ratio: 24.99 })).toBe(false);
    expect(isReached({ ...row, target: { value: '<= 3' } })).toBe(false);
    expect(isReached({ ...row, value: 2.9, target: { value: '<= 3' } })).toBe(true);
    const { target: _, ...untargeted } = row;
    expect(isReached(untargeted)).toBe(true);
  });
});
