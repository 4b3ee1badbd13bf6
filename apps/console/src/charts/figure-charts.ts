import { formatMoney } from '@shop/money';
import type { FailureKind, StaffDelay, StaffFigures } from '@shop/contract';
import type { ChartData } from './chart-data';
import { seconds } from './seconds';

/** Orders by what has become of them, in Stripe's and the shop's own words. */
const STATES: readonly [name: string, statuses: readonly string[]][] = [
  ['paid', ['paid']],
  ['pending or processing', ['pending', 'processing']],
  ['expired, failed or refused', ['expired', 'payment_failed', 'refused']],
  ['need a review', ['needs_review']],
];

const KINDS: Record<FailureKind, string> = {
  mail: 'e-mails to shoppers, each attempt',
  merchant: "calls of the shop's system, each attempt",
  staff: 'e-mails to staff, each attempt',
  events_not_delivered: 'events never delivered',
  given_up: 'work that was given up',
  paid_without_order: 'paid sessions without an order',
};

/** The charts of the overview. Pure. */
export function figureCharts(figures: StaffFigures): ChartData[] {
  return [
    orders(figures),
    ...currencies(figures).map((currency) => money(figures, currency)),
    delays(figures, 'fulfilment', 'From a payment at Stripe to its fulfilment'),
    delays(figures, 'arrival', 'Until the event of a payment has come'),
    failures(figures),
  ];
}

type Bucket = StaffFigures['buckets'][number];

const points = (
  { range, buckets }: StaffFigures,
  valuesOf: (bucket: Bucket) => (number | null)[],
) => buckets.map((bucket) => ({ label: labelOf(range, bucket.from), values: valuesOf(bucket) }));

const sum = (counts: { count: number }[]) => counts.reduce((all, { count }) => all + count, 0);

function orders(figures: StaffFigures): ChartData {
  const all = sum(figures.buckets.flatMap((bucket) => bucket.orders));
  return {
    ...{ title: 'Orders', kind: 'bars', format: String },
    summary: all === 0 ? 'No order was placed.' : `${all} placed, by their state now.`,
    series: STATES.map(([name]) => name),
    points: points(figures, (bucket) =>
      STATES.map(([, statuses]) =>
        sum(bucket.orders.filter(({ status }) => statuses.includes(status))),
      ),
    ),
  };
}

const currencies = ({ buckets }: StaffFigures) =>
  [...new Set(buckets.flatMap(({ money: all }) => all.map(({ currency }) => currency)))].sort();

function money(figures: StaffFigures, currency: string): ChartData {
  const format = (amountMinor: number) => formatMoney(amountMinor, currency, 'en');
  const of = (bucket: Bucket) => {
    const one = bucket.money.find((row) => row.currency === currency);
    return [(one?.paidMinor ?? 0) - (one?.refundedMinor ?? 0), one?.refundedMinor ?? 0];
  };
  const all = points(figures, of);
  const [kept = 0, back = 0] = [0, 1].map((n) =>
    all.reduce((total, { values }) => total + (values[n] ?? 0), 0),
  );
  return {
    ...{ title: `Paid in ${currency.toUpperCase()}`, kind: 'bars', format, points: all },
    summary: `${format(kept + back)}${back > 0 ? `, of which ${format(back)} were given back` : ''}.`,
    series: ['kept', 'given back'],
  };
}

function delays(figures: StaffFigures, of: 'fulfilment' | 'arrival', title: string): ChartData {
  return {
    ...{ title, kind: 'lines', format: seconds, series: ['half within', '95 % within'] },
    summary: inWords(figures[of]),
    points: points(figures, (bucket) => [
      bucket[of]?.p50Seconds ?? null,
      bucket[of]?.p95Seconds ?? null,
    ]),
  };
}

const inWords = (delay: StaffDelay | null) =>
  delay
    ? `Half within ${seconds(delay.p50Seconds)}, 95 % within ${seconds(delay.p95Seconds)}, of ${delay.count}.`
    : 'No payment came.';

function failures(figures: StaffFigures): ChartData {
  const all = figures.buckets.flatMap((bucket) => bucket.failures);
  const kinds = (Object.keys(KINDS) as FailureKind[]).filter((kind) =>
    all.some((one) => one.kind === kind),
  );
  return {
    ...{ title: 'What failed', kind: 'bars', format: String },
    summary: all.length === 0 ? 'Nothing.' : `${sum(all)} times.`,
    series: kinds.map((kind) => KINDS[kind]),
    points: points(figures, (bucket) =>
      kinds.map((kind) => sum(bucket.failures.filter((one) => one.kind === kind))),
    ),
  };
}

const HOUR = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  hour: '2-digit',
  minute: '2-digit',
});
/** Days are days in UTC. */
const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });

const labelOf = (range: StaffFigures['range'], from: string) =>
  (range === 'day' ? HOUR : DAY).format(new Date(from));
