import type Stripe from 'stripe';

/** When a billing period that begins at `start` (seconds) ends; a month after 31 January is the end of February. */
export function periodEnd(start: number, recurring: Stripe.Price.Recurring | null): number {
  if (!recurring) return start;
  const { interval, interval_count: count } = recurring;
  if (interval === 'day') return start + count * 24 * 3600;
  if (interval === 'week') return start + count * 7 * 24 * 3600;
  const months = interval === 'year' ? count * 12 : count;
  const end = new Date(start * 1000);
  const day = end.getUTCDate();
  end.setUTCDate(1);
  end.setUTCMonth(end.getUTCMonth() + months);
  const lastDay = new Date(Date.UTC(end.getUTCFullYear(), end.getUTCMonth() + 1, 0)).getUTCDate();
  end.setUTCDate(Math.min(day, lastDay));
  return Math.floor(end.getTime() / 1000);
}
