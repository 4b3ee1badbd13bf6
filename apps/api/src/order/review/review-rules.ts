import type { OrderRow, OrderStatus, SessionState } from '../../database/schema/tables';

/**
 * What a person can decide about an order that waits for one:
 * - `paid`: what was paid is accepted, deliver
 * - `refused`: deliver nothing; Stripe must hold no money for it
 * - `dismissed`: it was about something else; the order goes on as before
 * - `reopened`: the decision was wrong, ask again
 */
export const decisions = ['paid', 'refused', 'dismissed', 'reopened'] as const;
export type Decision = (typeof decisions)[number];

/** A decision that does not fit what Stripe says; the message says why, and what to do. */
export class ReviewError extends Error {}

/** What Stripe says at the moment of the decision. */
export interface ReviewFacts {
  /** State of the order's own session; null for an order without one. */
  state: SessionState | null;
  /** Why that session is not the order's, if it is not. */
  mismatch: string | undefined;
  /** What Stripe holds of the shopper's money for this order, by session, refunds taken off. In minor units. */
  held: { stripeSessionId: string; amountMinor: number }[];
  /** The status from before the review. */
  statusBefore: OrderStatus;
}

export const isReviewOpen = ({
  reviewReason,
  reviewResolvedAt,
}: Pick<OrderRow, 'reviewReason' | 'reviewResolvedAt'>): boolean =>
  reviewReason !== null && reviewResolvedAt === null;

/** A reason that lies in another session than the order's: it names that session. */
export const reasonAboutSession = (mismatch: string, stripeSessionId: string) =>
  `${mismatch}: ${stripeSessionId}`;

/** The other session that a reason names. */
export const sessionInReason = (reason: string | null): string | undefined =>
  /: (cs_\w+)$/.exec(reason ?? '')?.[1];

/** Somebody may accept another amount than was ordered; everything else would be another order. */
const ACCEPTABLE: ReadonlySet<string> = new Set(['another amount', 'a total that does not add up']);

/**
 * The status an order gets by a decision.
 * @throws ReviewError when there is nothing to decide, or Stripe says otherwise
 */
export function statusAfter(
  decision: Decision,
  order: Pick<OrderRow, 'status' | 'reviewReason' | 'reviewResolvedAt' | 'sessionState'>,
  facts: ReviewFacts,
): OrderStatus {
  if (decision === 'reopened') return reopened(order);
  if (!isReviewOpen(order) && order.sessionState !== 'checking') {
    throw new ReviewError(`It waits for nobody: its status is ${order.status}.`);
  }
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
    throw new ReviewError('It is paid and delivered already. End the alert with --as dismissed.');
  }
  if (facts.mismatch && !ACCEPTABLE.has(facts.mismatch)) {
    throw new ReviewError(
      `Its session is not this order's: ${facts.mismatch}. Refund it in Stripe, then --as refused.`,
    );
  }
  if (facts.state !== 'nothing_to_pay' && facts.held.length === 0) {
    throw new ReviewError('Stripe holds no money for it.');
  }
  return 'paid';
}

function refused({ status }: Pick<OrderRow, 'status'>, facts: ReviewFacts): OrderStatus {
  if (status === 'paid') {
    throw new ReviewError('It is paid and delivered already. A refund in Stripe ends it.');
  }
  if (facts.state === 'processing' || facts.state === 'awaiting_voucher') {
    throw new ReviewError('Its payment is on the way. Cancel it in Stripe, or wait for it.');
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
      `Its own session still needs a decision: ${facts.mismatch ?? 'no documented state'}.`,
    );
  }
  const other = sessionInReason(reviewReason);
  mustHoldNothing(facts.held.filter(({ stripeSessionId }) => stripeSessionId === other));
  return status === 'needs_review' ? facts.statusBefore : status;
}

function reopened({
  status,
  reviewResolvedAt,
}: Pick<OrderRow, 'status' | 'reviewResolvedAt'>): OrderStatus {
  if (reviewResolvedAt === null) throw new ReviewError('Nobody has decided about it yet.');
  if (status === 'paid') {
    throw new ReviewError('It is paid and delivered already. A refund in Stripe ends it.');
  }
  return 'needs_review';
}

function mustHoldNothing(held: ReviewFacts['held']): void {
  const [first] = held;
  if (!first) return;
  throw new ReviewError(
    `Stripe still holds money for it: ${first.amountMinor} in minor units, session ` +
      `${first.stripeSessionId}. Refund it in Stripe first.`,
  );
}
