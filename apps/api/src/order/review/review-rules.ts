import type { OrderRow, OrderStatus, SessionState } from '../../database/schema/tables';
import { isReviewOpen } from '../facts/is-review-open';
import { hasEndedUnpaid } from '../facts/ended-unpaid';
import { sessionsInReason } from '../review-reason';
import { UNCLEAR_REVIEW } from '../sync/find-mismatch';
import { NOT_OFFERED } from '../sync/read-purchase';

/**
 * What a person can decide about an order under review:
 * - `paid`: accept what was paid, and deliver
 * - `refused`: deliver nothing; Stripe must hold no money for the order
 * - `dismissed`: the alert was about something else; the order continues as before
 * - `reopened`: take a decision back; the order is under review again
 */
export const decisions = ['paid', 'refused', 'dismissed', 'reopened'] as const;
export type Decision = (typeof decisions)[number];

/** The decision is not possible with what Stripe says; the message says why, and what to do. */
export class ReviewError extends Error {}

/** What Stripe says at the moment of the decision. */
export interface ReviewFacts {
  /** State of the order's own session; null for an order without one. */
  state: SessionState | null;
  /** States of the other sessions that the review names. */
  otherStates: SessionState[];
  /** Why that session does not belong to the order, if it does not. */
  mismatch: string | undefined;
  /** The money that Stripe holds for this order, by session, after refunds. In minor units. */
  held: { stripeSessionId: string; amountMinor: number }[];
  /** The status before the review. */
  statusBefore: OrderStatus;
}

/** The payment may still come. */
const IN_PROGRESS: ReadonlySet<SessionState> = new Set([
  'processing',
  'awaiting_voucher',
  'awaiting_bank_transfer',
  'awaiting_microdeposits',
]);

/** The mismatches that a person may accept; with any other it is another order. */
const ACCEPTABLE: ReadonlySet<string> = new Set([
  'another amount',
  'a total that does not add up',
  ...Object.values(NOT_OFFERED),
]);
const isAcceptable = (mismatch: string) =>
  ACCEPTABLE.has(mismatch) || mismatch.startsWith(UNCLEAR_REVIEW);

/**
 * The order's status after a decision.
 * @throws ReviewError when there is nothing to decide, or what Stripe says does not allow it
 */
export function statusAfter(
  decision: Decision,
  order: Pick<OrderRow, 'status' | 'reviewReason' | 'reviewResolvedAt' | 'sessionState'>,
  facts: ReviewFacts,
): OrderStatus {
  if (decision === 'reopened') return reopened(order);
  if (!isReviewOpen(order) && order.sessionState !== 'checking') {
    throw new ReviewError(`The order is not under review: its status is ${order.status}.`);
  }
  mustNotComeLater(facts);
  switch (decision) {
    case 'paid':
      return accepted(order, facts);
    case 'refused':
      return refused(order, facts);
    case 'dismissed':
      return dismissed(order, facts);
  }
}

function accepted({ status }: Pick<OrderRow, 'status'>, facts: ReviewFacts): OrderStatus {
  if (status === 'paid') {
    throw new ReviewError(
      'The order is already paid and delivered. End the alert with --as dismissed.',
    );
  }
  if (facts.mismatch && !isAcceptable(facts.mismatch)) {
    throw new ReviewError(
      `The session does not belong to this order: ${facts.mismatch}. Refund it in Stripe, then --as refused.`,
    );
  }
  if (facts.state !== 'nothing_to_pay' && facts.held.length === 0) {
    throw new ReviewError('Stripe holds no money for the order.');
  }
  return 'paid';
}

function refused({ status }: Pick<OrderRow, 'status'>, facts: ReviewFacts): OrderStatus {
  if (status === 'paid') {
    throw new ReviewError('The order is already paid and delivered. Refund it in Stripe instead.');
  }
  if (facts.state && IN_PROGRESS.has(facts.state)) {
    throw new ReviewError('The payment is still processing. Cancel it in Stripe, or wait for it.');
  }
  mustHoldNothing(facts.held);
  return 'refused';
}

function dismissed(
  { status, reviewReason }: Pick<OrderRow, 'status' | 'reviewReason'>,
  facts: ReviewFacts,
): OrderStatus {
  if (facts.mismatch || facts.state === 'checking') {
    throw new ReviewError(
      `The order's own session still needs a decision: ${facts.mismatch ?? 'no documented state'}.`,
    );
  }
  const others = sessionsInReason(reviewReason);
  mustHoldNothing(facts.held.filter(({ stripeSessionId }) => others.includes(stripeSessionId)));
  if (status === 'needs_review' && hasEndedUnpaid(facts.statusBefore) && isPaidOrMayBe(facts)) {
    throw new ReviewError(
      `The order had ended (${facts.statusBefore}) before it was paid. End the review with --as paid, or refund ` +
        'the payment in Stripe, then --as refused.',
    );
  }
  return status === 'needs_review' ? facts.statusBefore : status;
}

/** Whether Stripe holds money of the order's own session, or may get it. */
const isPaidOrMayBe = ({ state, held }: ReviewFacts) =>
  held.length > 0 || (state !== null && IN_PROGRESS.has(state));

function reopened({
  status,
  reviewResolvedAt,
}: Pick<OrderRow, 'status' | 'reviewResolvedAt'>): OrderStatus {
  if (reviewResolvedAt === null) throw new ReviewError('There is no decision to take back.');
  if (status === 'paid') {
    throw new ReviewError('The order is already paid and delivered. Refund it in Stripe instead.');
  }
  return 'needs_review';
}

/** Once this is decided nobody is asked about that session again: its money must not come afterwards. */
function mustNotComeLater({ otherStates }: ReviewFacts): void {
  if (!otherStates.some((state) => IN_PROGRESS.has(state))) return;
  throw new ReviewError(
    'The payment of the other session is still processing. Cancel it in Stripe, or wait for it.',
  );
}

function mustHoldNothing(held: ReviewFacts['held']): void {
  const [first] = held;
  if (!first) return;
  throw new ReviewError(
    `Stripe still holds money for it: ${first.amountMinor} in minor units, session ` +
      `${first.stripeSessionId}. Refund it in Stripe first.`,
  );
}
