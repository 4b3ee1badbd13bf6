/**
 * Copies the named parameters that were given; an empty string, Stripe's way to unset, becomes null.
 * Returns the old values of what changed, for an event's `previous_attributes`.
 */
export function applyChanges<T extends object>(
  target: T,
  params: object,
  names: readonly (keyof T & string)[],
): Partial<T> {
  const given = params as Record<string, unknown>;
  const next: Record<string, unknown> = {};
  for (const name of names) {
    if (given[name] !== undefined) next[name] = given[name] === '' ? null : given[name];
  }
  return change(target, next as Partial<T>);
}

/** Sets fields; returns the old values of those that changed. */
export function change<T extends object>(target: T, next: Partial<T>): Partial<T> {
  const before: Partial<T> = {};
  for (const name of Object.keys(next) as (keyof T)[]) {
    if (JSON.stringify(target[name]) !== JSON.stringify(next[name])) before[name] = target[name];
  }
  Object.assign(target, next);
  return before;
}
