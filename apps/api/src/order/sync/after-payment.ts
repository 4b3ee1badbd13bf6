import type Stripe from 'stripe';
import type { OrderDispute, OrderRefund } from '../../database/schema/tables';
import { disputeStanding } from '../facts/dispute-standing';
import type { DisputeStanding } from '../facts/dispute-standing';
import { sumOf } from '../facts/goods-due';

const WEIGHT: Record<DisputeStanding, number> = { none: 0, inquiry: 1, lost: 2, open: 3 };

/**
 * The dispute that matters most: an open one, which has a deadline, before a lost one, before an inquiry; the newest of
 * equals.
 */
export function weightiestDispute(disputes: Stripe.Dispute[]): OrderDispute | null {
  const [first] = [...disputes].sort(
    (a, b) => WEIGHT[disputeStanding(b)] - WEIGHT[disputeStanding(a)] || b.created - a.created,
  );
  if (!first) return null;
  const dueBy = first.evidence_details?.due_by;
  return {
    id: first.id,
    status: first.status,
    amountMinor: first.amount,
    dueBy: dueBy ? isoOf(dueBy) : null,
  };
}

const REFUND_STATUSES: ReadonlySet<string | null> = new Set([
  'requires_action',
  'succeeded',
  'failed',
]);

/** Refunds as the order keeps them, without canceled ones. A status that is not documented counts as `pending`. */
export function readRefunds(refunds: Stripe.Refund[]): OrderRefund[] {
  return refunds
    .filter(({ status }) => status !== 'canceled')
    .map(({ id, amount, status, created, presentment_details: presentment }) => ({
      id,
      amountMinor: amount,
      status: REFUND_STATUSES.has(status) ? (status as OrderRefund['status']) : 'pending',
      presentment: presentment
        ? {
            amountMinor: presentment.presentment_amount,
            currency: presentment.presentment_currency,
          }
        : null,
      createdAt: isoOf(created),
    }));
}

/** The refunds whose money has reached the shopper, in minor units. */
export const refundedIn = (refunds: OrderRefund[]) =>
  sumOf(refunds.filter(({ status }) => status === 'succeeded'));

export const isoOf = (unixSeconds: number) => new Date(unixSeconds * 1000).toISOString();
