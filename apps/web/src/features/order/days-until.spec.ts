/** @jest-environment node */
import { describe, expect, it } from '@jest/globals';
import { daysUntil } from './days-until';

/** A moment of the zone in which the specs run, whichever it is. */
const at = (...of: [month: number, day: number, hour: number, minute: number]) =>
  new Date(2026, ...of).getTime();

describe('the days left', () => {
  const end = at(10, 26, 23, 59);

  it.each([
    ['the day itself', at(10, 26, 0, 0), 0],
    ['a minute before the end', at(10, 26, 23, 58), 0],
    ['a minute before midnight', at(10, 25, 23, 59), 1],
    ['midnight', at(10, 24, 0, 0), 2],
    ['a minute before that midnight', at(10, 23, 23, 59), 3],
  ])('are those of the calendar: %s', (_what, now, days) => {
    expect(daysUntil(end, now)).toBe(days);
  });

  it('do not change with the clocks', () => {
    // Europe's and America's clocks change in these months.
    for (const month of [2, 9, 10]) {
      for (let day = 1; day <= 28; day += 1) {
        expect(daysUntil(at(month, day + 1, 0, 30), at(month, day, 23, 30))).toBe(1);
      }
    }
  });
});
