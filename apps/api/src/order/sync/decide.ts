import type { OrderRow, OrderStatus } from '../../database/schema/tables';
import type { Shortage } from '../inventory/shortage';
import { disputeStanding } from '../facts/dispute-standing';
import { isDue } from '../facts/goods-due';
import { isReviewOpen } from '../facts/is-review-open';
import type { OrderDecision } from '../order-decision';
import { nextStatus } from '../order-status';
import { reasonAboutSession, reasonsIn, withReason } from '../review-reason';
import { alertsOf } from './alerts';
import { findMismatch } from './find-mismatch';
import { subtotalOf } from './read-purchase';
import type { Purchase } from './read-purchase';
import { reasonToHold } from './reason-to-hold';
import { roleOf } from './session-role';
import { heldMinorOf } from './session-snapshot';
import type { SessionSnapshot } from './session-snapshot';
import { describeSession } from './session-state';
import { readMoney, readSession } from './session-to-order';
import { triggersOf } from './triggers';

/**
 * What a reading of Stripe means for an order: the one place that decides it. Pure: the same order, reading and time give
 * the same decision. Which session gives which state stands in `session-state.ts`, which dispute and refund means what in
 * `after-payment.ts`.
 * @param order as it is locked
 * @param snapshot of its session, or of another one that names the order
 * @param shortages of what there is not enough: for an order that has released its stock, or for what was bought beside it
 * @param purchase what was bought, where it may differ from what was ordered; see `readPurchase`
 * @returns undefined when the session no longer matters to the order
 */
export function decide(
  order: OrderRow,
  snapshot: SessionSnapshot,
  now: Date,
  shortages: Shortage[] = [],
  purchase?: Purchase,
): OrderDecision | undefined {
  const { session } = snapshot;
  const isItsSession = order.stripeSessionId === session.id;
  const role = roleOf(order, session);
  if (role === 'former') return undefined;
  const isSuccessor = role === 'successor';
  const mismatch = findMismatch(order, session, isSuccessor, purchase);
  const isKnown = mismatch !== undefined && reasonsIn(order.reviewReason).includes(mismatch);
  const isAccepted = isItsSession && isKnown && !isReviewOpen(order);
  if (mismatch && !isAccepted) return holdForReview(order, snapshot, mismatch, now);
  const bought = Array.isArray(purchase) ? purchase : undefined;
  // The recovered session takes the place of the expired one: the order starts again and rises from there.
  const status = nextStatus(isSuccessor ? 'pending' : order.status, describeSession(session));
  const held = reasonToHold(order, status, shortages, isItsSession);
  const decided: Partial<OrderRow> = {
    ...(bought && { subtotalMinor: subtotalOf(bought) }),
    // Keep the first expired session, because the shopper may have its link: later ones are copies of it.
    ...(isSuccessor && {
      stripeExpiredSessionId: order.stripeExpiredSessionId ?? order.stripeSessionId,
    }),
  };
  const decision = held
    ? holdBack(order, snapshot, held, now, decided)
    : follow(order, snapshot, status, now, decided);
  return { ...decision, lines: bought };
}

/** The session is the order's own, but nothing goes out before a person has decided. */
function holdBack(
  order: OrderRow,
  snapshot: SessionSnapshot,
  reviewReason: string,
  now: Date,
  decided: Partial<OrderRow> = {},
): OrderDecision {
  const held = follow(order, snapshot, 'needs_review', now, {
    ...decided,
    reviewReason,
    reviewResolvedAt: null,
  });
  return { ...held, alerts: [...held.alerts, { reason: reviewReason }] };
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
  const releasedAt = releasedBy(order, after, now);
  const changes = { ...read, releasedAt, watched: isWatched(after) };
  return {
    status,
    changes,
    triggers: triggersOf(order, { ...after, releasedAt }),
    alerts: alertsOf(order, after),
  };
}

/** When the goods became due. */
const releasedBy = (before: OrderRow, after: OrderRow, now: Date) =>
  before.releasedAt ?? (isDue(after) ? now : null);

/** Whether the money came after the shopper had left: not so where only Radar's review took its time. */
const isPaidLater = ({ status, sessionState }: OrderRow) =>
  status === 'processing' && sessionState !== 'payment_review';

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

/**
 * One alert per reason, and no second review of what a person has already decided: unless the refund that ended the first
 * one has failed. Another session that is paid while a review is open is a further reason of that review. What becomes of the
 * order's own money is followed meanwhile.
 */
function holdForReview(
  order: OrderRow,
  snapshot: SessionSnapshot,
  mismatch: string,
  now: Date,
): OrderDecision | undefined {
  const { id: sessionId } = snapshot.session;
  const isOwn = order.stripeSessionId === sessionId;
  const money = isOwn ? readMoney(order, snapshot, now) : {};
  const stripeSessionId = order.stripeSessionId ?? sessionId;
  // The session's id is for the person who decides, not for the log.
  const reviewReason =
    stripeSessionId === sessionId ? mismatch : reasonAboutSession(mismatch, sessionId);
  const isOpen = isReviewOpen(order);
  const isNamed = reasonsIn(order.reviewReason).includes(reviewReason);
  const isDecided = !isOpen && isNamed && !isMoneyBack(snapshot);
  const isAsked = isDecided || (isOpen && (isOwn || isNamed));
  if (isAsked && !isOwn) return undefined;
  // A paid order keeps its status; a second or different payment still opens a review.
  const status = isAsked || order.status === 'paid' ? order.status : 'needs_review';
  const asks = isOpen ? withReason(order.reviewReason, reviewReason) : reviewReason;
  const review = isAsked ? {} : { stripeSessionId, reviewReason: asks, reviewResolvedAt: null };
  const after: OrderRow = { ...order, ...money, ...review, status };
  // The order keeps its session's state of before: goods are not due by that alone.
  const asRead: OrderRow = { ...after, sessionState: describeSession(snapshot.session) };
  const releasedAt = isDue(asRead) ? releasedBy(order, after, now) : order.releasedAt;
  return {
    status,
    changes: { ...money, ...review, releasedAt, watched: isWatched(after) },
    triggers: triggersOf(order, { ...after, releasedAt }),
    alerts: [...(isAsked ? [] : [{ reason: mismatch }]), ...alertsOf(order, after)],
  };
}

/** Whether a refund of the session has failed or was canceled, so that Stripe holds its money again. */
const isMoneyBack = ({ session, refunds }: SessionSnapshot) =>
  refunds !== 'unknown' &&
  refunds.some(({ status }) => status === 'failed' || status === 'canceled') &&
  heldMinorOf(session) > 0;
