import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { FigureRange } from '@shop/contract';
import { Link, useSearch } from 'wouter';
import { figures } from '../api/queries';
import { Chart } from '../charts/chart';
import { figureCharts } from '../charts/figure-charts';
import { Patterns } from '../charts/patterns';
import { Failure } from '../ui/failure';

const RANGES: readonly [range: FigureRange, to: string, words: string][] = [
  ['day', '/', 'the last day, by hours'],
  ['month', '/?range=month', 'the last month, by days (UTC)'],
];

/** How the last day or month was, as charts. Which of them stands in the address. */
export function OverviewFigures() {
  const range = new URLSearchParams(useSearch()).get('range') === 'month' ? 'month' : 'day';
  const { data, error } = useQuery({ ...figures(range), placeholderData: keepPreviousData });
  return (
    <section aria-labelledby="figures">
      <h2 id="figures">How it was</h2>
      <nav aria-label="Of which time">
        {RANGES.map(([one, to, words]) => (
          <Link key={one} to={to} aria-current={one === range ? 'page' : undefined}>
            {words}
          </Link>
        ))}
      </nav>
      {error && <Failure error={error} />}
      {!data && !error && <p role="status">Loading …</p>}
      {data && (
        <>
          <Patterns />
          <div className="charts">
            {figureCharts(data).map((chart) => (
              <Chart key={chart.title} data={chart} />
            ))}
          </div>
          <p className="detail">
            How long answers to webhooks took, and how many pages asked Stripe, each process counts
            for itself: see its metrics.
          </p>
        </>
      )}
    </section>
  );
}
