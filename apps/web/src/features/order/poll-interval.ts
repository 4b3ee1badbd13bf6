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
 * So often is an id that the API does not know asked for: who comes back from a recovered checkout brings the id of a
 * session that the API has yet to hear of from Stripe.
 */
const ASKINGS_OF_UNKNOWN = 4;

/**
 * When to ask for the order again, in milliseconds; false when nothing new can come: the state is final, or the API
 * does not know the id. Waiting grows from 1 s to 30 s, because a bank may take days and a page may stay open.
 */
export function pollInterval(asked: Asked): number | false {
  if (asked.data?.final) return false;
  const times = asked.dataUpdateCount + asked.errorUpdateCount;
  if (isUnknownOrder(asked.error, times)) return false;
  const retryAfterMs = asked.error instanceof ApiError ? (asked.error.retryAfterMs ?? 0) : 0;
  const step = STEPS_MS[Math.min(Math.max(times, 1), STEPS_MS.length) - 1] ?? 30_000;
  return Math.max(step, retryAfterMs);
}

/** The API still knows no such order after that many askings, or takes the id for no session at all. */
export function isUnknownOrder(error: unknown, times: number): boolean {
  if (!(error instanceof ApiError)) return false;
  if (error.code === 'INVALID_SESSION_ID') return true;
  return error.code === 'ORDER_NOT_FOUND' && times >= ASKINGS_OF_UNKNOWN;
}
