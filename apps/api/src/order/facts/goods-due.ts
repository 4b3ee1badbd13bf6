import type { OrderRefund, OrderRow } from '../../database/schema/tables';
import { disputeStanding } from './dispute-standing';

type DueFacts = Pick<
  OrderRow,
  | 'status'
  | 'sessionState'
  | 'reviewResolvedAt'
  | 'dispute'
  | 'refunds'
  | 'refundedMinor'
  | 'totalMinor'
  | 'cancelledAt'
>;

/**
 * Whether the goods are due: paid, not cancelled, and the money is neither with the bank nor meant to go back in full; see
 * `meantMinor`.
 */
export function isDue(order: DueFacts): boolean {
  const standing = disputeStanding(order.dispute);
  if (order.status !== 'paid' || standing === 'open' || standing === 'lost') return false;
  return isSettled(order) && !order.cancelledAt && isKept(order);
}

/** Whether not all of the money is given back, or meant to be. */
export function isKept(order: Pick<OrderRow, 'refunds' | 'refundedMinor' | 'totalMinor'>): boolean {
  const givenBackMinor = Math.max(order.refundedMinor, meantMinor(order.refunds));
  return givenBackMinor === 0 || givenBackMinor < order.totalMinor;
}

/** Stripe says that the money is there; or it says nothing clear, and a person has accepted that. */
const isSettled = ({ sessionState, reviewResolvedAt }: DueFacts) =>
  sessionState === 'confirmed' ||
  sessionState === 'nothing_to_pay' ||
  (sessionState === 'checking' && reviewResolvedAt !== null);

/** Whether the order waits for a decision: of a person in the shop, or of Radar's reviewers. */
export const isHeld = ({ status, sessionState }: Pick<OrderRow, 'status' | 'sessionState'>) =>
  status === 'needs_review' || sessionState === 'payment_review';

/**
 * What the shop means to give back, whether or not it arrived, in minor units. A refund that failed is meant until others of
 * its amount were made after it: then it was made again.
 * @param refunds oldest first
 */
export function meantMinor(refunds: readonly OrderRefund[]): number {
  let made = 0;
  let failed = 0;
  for (const { status, amountMinor } of refunds) {
    if (status === 'failed') failed = Math.max(failed, amountMinor);
    else {
      made += amountMinor;
      failed = Math.max(0, failed - amountMinor);
    }
  }
  return made + failed;
}

/**
 * The refunds that failed and are not made good: those made after one that have not failed come to less than its amount.
 * So one refund makes good each try before it that failed.
 * @param refunds oldest first
 */
export const failedStill = (refunds: readonly OrderRefund[]): OrderRefund[] =>
  refunds.filter(
    ({ status, amountMinor }, at) =>
      status === 'failed' && sumOf(notFailed(refunds.slice(at))) < amountMinor,
  );

/** Those that have arrived, or still can. */
export const notFailed = (refunds: readonly OrderRefund[]): OrderRefund[] =>
  refunds.filter(({ status }) => status !== 'failed');

/** In minor units. */
export const sumOf = (refunds: readonly OrderRefund[]): number =>
  refunds.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
