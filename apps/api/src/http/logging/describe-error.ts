/**
 * What of an error may be logged: its kind, its code and where it was thrown. Never its message: the query builder's
 * carries every parameter, Stripe's carries ids, and both are the shopper's.
 */
export function describeError(error: unknown): { type: string; code?: string; at?: string[] } {
  let cause = error;
  while (cause instanceof Error && cause.cause instanceof Error) cause = cause.cause;
  if (!(cause instanceof Error)) return { type: typeof cause };
  const { code } = cause as { code?: unknown };
  return {
    type: cause.name,
    ...(typeof code === 'string' && { code }),
    at: (cause.stack ?? '')
      .split('\n')
      .filter((line) => /^\s+at /.test(line))
      .slice(0, 8),
  };
}
