/** What a measure must be: exactly this number, or a bound. */
export type Bound = number | `<= ${number}` | `>= ${number}`;

/** Whether a measure is what it must be. A measure that is missing, or is no number, is not. */
export function holds(value: unknown, bound: Bound): boolean {
  if (typeof value !== 'number') return false;
  if (typeof bound === 'number') return value === bound;
  const limit = Number(bound.slice(3));
  return bound.startsWith('<=') ? value <= limit : value >= limit;
}
