import { describe, expect, it } from '@jest/globals';
import { isReached, rowOf } from '../bench';
import type { Line } from '../run-bench';
import { benchPlot } from './bench-plot';
import { benchTable } from './bench-table';
import { comparedTable, compareRuns } from './compare-runs';
import { kindOf } from './write-bench';

const row = rowOf({
  what: 'confirmations',
  title: 'confirmation',
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

  it('says between which ratios the rounds were', () => {
    const { spread } = rowOf({ ...row, rounds: [70.123, 80.456, 78] });
    expect(spread).toEqual([70.12, 80.46]);
    const text = benchTable(runOf({ ...line, spread: [70.12, 80.46] }));
    expect(text).toContain('| 78.4 (70.1 to 80.5) |');
  });
});

describe('two runs beside each other', () => {
  const withRounds = (ratio: number, low: number, high: number, unit = 'requests/s'): Line => ({
    ...line,
    unit,
    ratio,
    spread: [low, high],
  });
  const changeOf = (before: Line, now: Line) => compareRuns(runOf(now), runOf(before))[0]?.change;

  it('are the same while their rounds overlap, and worse or better when they do not', () => {
    expect(changeOf(withRounds(0.75, 0.7, 0.8), withRounds(0.68, 0.6, 0.71))).toBe('same');
    expect(changeOf(withRounds(0.75, 0.7, 0.8), withRounds(0.6, 0.5, 0.69))).toBe('worse');
    expect(changeOf(withRounds(0.75, 0.7, 0.8), withRounds(0.9, 0.85, 0.95))).toBe('better');
    expect(changeOf(withRounds(1, 0.9, 1.1, 'ms'), withRounds(2, 1.9, 2.1, 'ms'))).toBe('worse');
  });

  it('take a tenth for the spread of a row without rounds', () => {
    expect(changeOf(line, { ...line, ratio: line.value * 0.9 })).toBe('better');
    expect(changeOf(line, { ...line, ratio: 78.4 * 0.85 })).toBe('same');
    expect(changeOf(line, { ...line, ratio: 78.4 * 0.7 })).toBe('worse');
  });

  it('leave out what only one of them has', () => {
    const skipped: Line = { bench: 'webhook', what: 'webhooks', skipped: 'no PostgreSQL' };
    expect(compareRuns(runOf(line), runOf(skipped))).toEqual([]);
    expect(comparedTable(runOf(withRounds(0.6, 0.5, 0.69)), runOf(line))).toContain('**worse**');
  });

  it('are kept by kind of machine', () => {
    const machine = '2 cores (AMD EPYC), 24 GB, Linux 6.18, Node 24.21.0, PostgreSQL 15.20';
    expect(kindOf({ machine })).toBe('2-cores-amd-epyc');
  });
});

describe('the plot', () => {
  const plot = benchPlot(
    runOf(
      { ...line, spread: [20, 100] },
      { ...line, title: 'start <now>', unit: 's', value: 6, target: { value: '<= 3' } },
      { bench: 'products', ...rowOf({ ...row, title: 'products' }), target: undefined } as never,
    ),
  );

  it('draws what has a target, and says which is reached', () => {
    expect(plot.match(/<rect class="reached"/g)).toHaveLength(1);
    expect(plot.match(/<rect class="missed"/g)).toHaveLength(1);
    expect(plot.match(/<path class="spread"/g)).toHaveLength(1);
    expect(plot).not.toContain('products');
  });

  it('is an image that says what it is, in light and dark', () => {
    expect(plot).toContain('role="img"');
    expect(plot).toContain('prefers-color-scheme:dark');
    expect(plot).toContain('start &lt;now&gt;');
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
