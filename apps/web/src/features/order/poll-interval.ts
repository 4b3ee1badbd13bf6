import { ApiError } from '../../api-client/api-error';

const STEPS_MS = [1_000, 1_500, 2_000, 3_000, 4_500, 7_000, 10_000, 15_000, 20_000, 30_000];

/** What has been learnt by asking so far. */
export type Asked = {
  data: { final: boolean } | undefined;
  error: unknown;
  dataUpdateCount: number;
  errorUpdateCount: number;
};

/**
 * When to ask for the order again, in milliseconds; false when nothing new can come: the state is final, or the API
 * does not know the id. Waiting grows from 1 s to 30 s, because a bank may take days and a page may stay open.
 */
export function pollInterval(asked: Asked): number | false {
  if (asked.data?.final) return false;
  const refusal = asked.error instanceof ApiError ? asked.error : null;
  if (refusal && isUnknownOrder(refusal)) return false;
  const times = asked.dataUpdateCount + asked.errorUpdateCount;
  const step = STEPS_MS[Math.min(Math.max(times, 1), STEPS_MS.length) - 1] ?? 30_000;
  return Math.max(step, refusal?.retryAfterMs ?? 0);
}

/** The API knows no such order, or takes the id for no session at all. */
export function isUnknownOrder(error: unknown): boolean {
  return (
    error instanceof ApiError &&
    (error.code === 'ORDER_NOT_FOUND' || error.code === 'INVALID_SESSION_ID')
  );
}
