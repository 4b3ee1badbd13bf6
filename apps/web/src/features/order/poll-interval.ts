import type { Confirmation, FullConfirmation } from '@shop/contract';
import { ApiError } from '../../api-client/api-error';

/** How long to wait after each of the first answers. */
const STEPS_MS = [1_000, 1_500, 2_000, 3_000, 4_500, 7_000, 10_000, 15_000, 20_000];
/** The same for all later ones. */
const LAST_STEP_MS = 30_000;

type Answer = Pick<Confirmation, 'final'> & Partial<Pick<FullConfirmation, 'mail'>>;

/** The result of the polls so far. */
export type Asked = {
  data: Answer | undefined;
  error: unknown;
  dataUpdateCount: number;
  errorUpdateCount: number;
};

/**
 * How often an id that the API does not know is asked for. A shopper who returns from a recovered checkout brings the id
 * of a session that the API has not heard of from Stripe yet.
 */
const MAX_POLLS_OF_UNKNOWN = 4;

/** Whether what the page says can change by itself: the state, or that an e-mail is being sent. */
function canChange({ final, mail }: Answer): boolean {
  return !final || mail?.status === 'pending';
}

/**
 * When to ask for the order again, in milliseconds. False when nothing new can come, or the API does not know the id. The
 * wait grows from 1 s to 30 s, because a bank can take days while the page stays open. A reading that failed is tried again,
 * also of an order that was final: what the page still shows is from before.
 */
export function pollInterval(asked: Asked): number | false {
  if (asked.data && !asked.error && !canChange(asked.data)) return false;
  const times = asked.dataUpdateCount + asked.errorUpdateCount;
  if (isUnknownOrder(asked.error, times)) return false;
  const retryAfterMs = asked.error instanceof ApiError ? (asked.error.retryAfterMs ?? 0) : 0;
  // Before the first answer its request is under way: there is nothing to repeat.
  return Math.max(STEPS_MS[times - 1] ?? LAST_STEP_MS, retryAfterMs);
}

/** Whether the API still knows no such order after that many polls, or refuses the id as no session id. */
export function isUnknownOrder(error: unknown, times: number): boolean {
  if (!(error instanceof ApiError)) return false;
  if (error.code === 'INVALID_SESSION_ID') return true;
  return error.code === 'ORDER_NOT_FOUND' && times >= MAX_POLLS_OF_UNKNOWN;
}
