/**
 * How many midnights of the shopper's time zone lie between now and a later moment: 0 today, 1 tomorrow. A day of a change
 * of clocks has 23 or 25 hours, so the dates are counted and not the hours.
 *
 * @param end milliseconds since 1970
 * @param now milliseconds since 1970
 */
export function daysUntil(end: number, now: number): number {
  return (dateOf(end) - dateOf(now)) / 86_400_000;
}

/** The date in the shopper's zone, as the milliseconds of that date's midnight in UTC. */
function dateOf(at: number): number {
  const day = new Date(at);
  return Date.UTC(day.getFullYear(), day.getMonth(), day.getDate());
}
