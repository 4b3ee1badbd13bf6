import { describe, expect, it } from '@jest/globals';
import { drills } from '../drills';
import type { Report } from '../run-drill';
import { compactTable, fullTable } from './results-table';

const report: Report = {
  drill: 'copies',
  promise: 2,
  database: 'postgres',
  ok: true,
  target: { fulfilled: 100, longestMs: '<= 2000' },
  measured: { fulfilled: 100, longestMs: 1234, answers: { 200: 10_000 } },
  seconds: 90,
};
const runOf = (...reports: Report[]) => ({ machine: 'a machine', date: '2026-11-24', reports });

describe('the tables of results', () => {
  it('tell every target with what was measured, on every database', () => {
    const text = fullTable(runOf(report), drills);
    expect(text).toContain(
      '| 2 | copies | postgres | kept: fulfilled 100, longest ms 1,234 (<= 2000) | 90 |',
    );
    expect(text).toContain('| 2 | copies | embedded | – |  |');
    expect(text).toContain('All of it took 1.5 minutes');
  });

  it('show a miss first, and that a drill was not finished or was skipped', () => {
    const missed: Report = { ...report, ok: false, missed: ['longestMs'] };
    expect(compactTable(runOf(missed), drills)).toContain(
      'missed: **longest ms 1,234, not <= 2000**, fulfilled 100',
    );
    const failed: Report = {
      drill: 'copies',
      promise: 2,
      database: 'embedded',
      ok: false,
      error: 'No.\nat',
      seconds: 1,
    };
    expect(compactTable(runOf(failed), drills)).toContain('**not finished**: No. |');
    const skipped: Report = { drill: 'copies', promise: 2, database: 'postgres', skipped: 'none' };
    expect(compactTable(runOf(skipped), drills)).toContain('skipped: none');
  });
});
