import { describe, expect, it } from '@jest/globals';
import type { StaffFigures } from '@shop/contract';
import { examples } from '@shop/contract/examples';
import { topOf } from './chart-data';
import { figureCharts } from './figure-charts';
import { seconds } from './seconds';

const figures = examples['staff-figures'] as StaffFigures;
const charts = figureCharts(figures);
const named = (title: string) => charts.find((chart) => chart.title === title);

describe('the charts of the overview', () => {
  it('have a point for each bucket, and a value for each series', () => {
    for (const { points, series } of charts) {
      expect(points).toHaveLength(figures.buckets.length);
      for (const { values } of points) expect(values).toHaveLength(series.length);
    }
  });

  it('tell each currency on its own, with what was given back as a part of what was paid', () => {
    expect(named('Paid in EUR')?.summary).toBe('€105.00.');
    expect(named('Paid in USD')?.summary).toBe('$3,520.00, of which $24.00 were given back.');
    expect(named('Paid in USD')?.points[9]?.values).toEqual([16_800, 2400]);
  });

  it('know nothing of an hour without a payment, and break the line there', () => {
    expect(named('From a payment at Stripe to its fulfilment')?.points[1]?.values).toEqual([
      null,
      null,
    ]);
  });

  it('name what has failed alone, and draw to the height of the most', () => {
    const failed = named('What failed');
    expect(failed?.series).not.toContain('e-mails to staff, each attempt');
    expect(failed && topOf(failed)).toBe(13);
  });

  it('say durations shortly', () => {
    expect([0.04, 1.66, 59.6, 240, 7200, 400_000].map(seconds)).toEqual([
      ...['0 s', '1.7 s', '60 s', '4 min', '2 h', '5 days'],
    ]);
  });
});
