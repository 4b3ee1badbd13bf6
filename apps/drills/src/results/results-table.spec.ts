import { describe, expect, it } from '@jest/globals';
import { drills } from '../drills';
import type { Report } from '../run-drill';
import { fullTable, headlines } from './results-table';

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
      '| 2 | one fulfilment however many deliveries | copies | postgres | kept: fulfilled 100, longest ms 1,234 (<= 2000) | 90 |',
    );
    expect(text).toContain(
      '| 2 | one fulfilment however many deliveries | copies | embedded | – |  |',
    );
    expect(text).toContain('All of it took 1.5 minutes');
  });

  it('show a miss first, and that a drill was not finished or was skipped', () => {
    const missed: Report = { ...report, ok: false, missed: ['longestMs'] };
    expect(fullTable(runOf(missed), drills)).toContain(
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
    expect(fullTable(runOf(failed), drills)).toContain('**not finished**: No. |');
    const skipped: Report = { drill: 'copies', promise: 2, database: 'postgres', skipped: 'none' };
    expect(fullTable(runOf(skipped), drills)).toContain('skipped: none');
  });

  it('are two lines in the README: how many were kept, and the storm', () => {
    const storm: Report = {
      ...report,
      drill: 'kill-in-storm',
      promise: 1,
      target: { lost: 0 },
      measured: { lost: 0 },
    };
    const text = headlines(runOf(report, storm));
    expect(text).toContain('- Promises: 2 of 2 drills kept ([all of them](docs/drills.md)');
    expect(text).toContain('killed again and again: kept: lost 0.');
    const missed: Report = { ...report, ok: false, missed: ['longestMs'] };
    expect(headlines(runOf(missed))).toContain(
      '0 of 1 drills kept, **missed: copies on postgres**',
    );
  });
});
