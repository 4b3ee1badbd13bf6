import type { OrderRow, OrderStatus } from '../../database/schema/tables';
import type { OrderDecision } from '../order-decision';
import { nextStatus } from '../order-status';
import { isReviewOpen, reasonAboutSession } from '../review-reason';
import { alertsOf } from './alerts';
import { disputeStanding, sumOf } from './after-payment';
import { findMismatch } from './find-mismatch';
import { roleOf } from './session-role';
import type { SessionSnapshot } from './session-snapshot';
import { describeSession } from './session-state';
import { readSession } from './session-to-order';
import { triggersOf } from './triggers';

/**
 * What a reading of Stripe means for an order: the one place that decides it. Pure: the same order, reading and time give
 * the same decision. Which session gives which state stands in `session-state.ts`, which dispute and refund means what in
 * `after-payment.ts`.
 * @param order as it is locked
 * @param snapshot of its session, or of another one that names the order
 * @returns undefined when the session no longer matters to the order
 */
export function decide(
  order: OrderRow,
  snapshot: SessionSnapshot,
  now: Date,
): OrderDecision | undefined {
  const { session } = snapshot;
  const isItsSession = order.stripeSessionId === session.id;
  const role = roleOf(order, session);
  if (role === 'former') return undefined;
  const mismatch = findMismatch(order, session, role === 'successor');
  const isAccepted = isItsSession && mismatch === order.reviewReason && !isReviewOpen(order);
  if (mismatch && !isAccepted) return holdForReview(order, session.id, mismatch);
  const seen = describeSession(session);
  if (role === 'current') return follow(order, snapshot, nextStatus(order.status, seen), now);
  // The recovered session takes the place of the expired one: the order starts again and rises from there. Keep the first
  // expired session, because the shopper may have its link: later ones are copies of it.
  const stripeExpiredSessionId = order.stripeExpiredSessionId ?? order.stripeSessionId;
  const status = nextStatus('pending', seen);
  return follow(order, snapshot, status, now, { stripeExpiredSessionId });
}

/**
 * What follows when the order gets this status and its session says this.
 * @param decided further columns
 */
export function follow(
  order: OrderRow,
  snapshot: SessionSnapshot,
  status: OrderStatus,
  now: Date,
  decided: Partial<OrderRow> = {},
): OrderDecision {
  const becamePaid = status === 'paid' && order.status !== 'paid';
  const read: Partial<OrderRow> = {
    ...readSession(order, snapshot, now),
    ...(becamePaid && { paidAt: now, paidLater: isPaidLater(order) }),
    ...decided,
  };
  const after: OrderRow = { ...order, ...read, status };
  const releasedAt = order.releasedAt ?? (isDue(after) ? now : null);
  const changes = { ...read, releasedAt, watched: isWatched(after) };
  return {
    status,
    changes,
    triggers: triggersOf(order, { ...after, releasedAt }),
    alerts: alertsOf(order, after),
  };
}

/** Whether the money came after the shopper had left: not so where only Radar's review took its time. */
const isPaidLater = ({ status, sessionState }: OrderRow) =>
  status === 'processing' && sessionState !== 'payment_review';

/**
 * Whether the goods are due: paid, and the money is neither with the bank nor meant to go back in full. A refund that
 * failed counts as meant: a person decides what becomes of the order.
 */
export function isDue(order: OrderRow): boolean {
  const standing = disputeStanding(order.dispute);
  if (order.status !== 'paid' || standing === 'open' || standing === 'lost') return false;
  if (!isSettled(order)) return false;
  const givenBackMinor = Math.max(order.refundedMinor, sumOf(order.refunds));
  return givenBackMinor === 0 || givenBackMinor < order.totalMinor;
}

/** Stripe says that the money is there; or it says nothing clear, and a person has accepted that. */
const isSettled = ({ sessionState, reviewResolvedAt }: OrderRow) =>
  sessionState === 'confirmed' ||
  sessionState === 'nothing_to_pay' ||
  (sessionState === 'checking' && reviewResolvedAt !== null);

/** Whether waiting can still change what Stripe says, so that the sweep has to look from time to time. */
export function isWatched({ status, dispute, refunds }: OrderRow): boolean {
  const standing = disputeStanding(dispute);
  return (
    status === 'pending' ||
    status === 'processing' ||
    standing === 'inquiry' ||
    standing === 'open' ||
    refunds.some((refund) => refund.status === 'pending' || refund.status === 'requires_action')
  );
}

/** One alert per reason, and no second review of what a person has already decided. */
function holdForReview(
  order: OrderRow,
  sessionId: string,
  mismatch: string,
): OrderDecision | undefined {
  const stripeSessionId = order.stripeSessionId ?? sessionId;
  // The session's id is for the person who decides, not for the log.
  const reviewReason =
    stripeSessionId === sessionId ? mismatch : reasonAboutSession(mismatch, sessionId);
  if (isReviewOpen(order) || order.reviewReason === reviewReason) return undefined;
  // A paid order keeps its status; a second or different payment still opens a review.
  const status = order.status === 'paid' ? 'paid' : 'needs_review';
  const watched = isWatched({ ...order, status });
  return {
    status,
    changes: { stripeSessionId, reviewReason, reviewResolvedAt: null, watched },
    triggers: [],
    alerts: [{ reason: mismatch }],
  };
}
