import type { OrderRow } from '../../database/schema/tables';
import { disputeStanding } from '../facts/dispute-standing';
import type { DisputeStanding } from '../facts/dispute-standing';
import type { OrderAlert } from '../order-decision';

const DISPUTE_REASONS: Record<Exclude<DisputeStanding, 'none'>, string> = {
  inquiry:
    'the bank asks about its payment: answer in the Stripe Dashboard before it becomes a dispute',
  open: 'its payment is disputed: send evidence in the Stripe Dashboard, or accept the dispute',
  lost: 'its dispute is lost: the bank has taken the money back',
};

/** What a person has to know of the difference between two versions of an order. */
export function alertsOf(before: OrderRow, after: OrderRow): OrderAlert[] {
  const alerts: OrderAlert[] = [...disputeAlerts(before, after)];
  if (after.sessionState === 'checking' && before.sessionState !== 'checking')
    alerts.push({ reason: 'its session is in no documented state' });
  if (isReviewedLate(after) && !isReviewedLate(before))
    alerts.push({ reason: 'Radar reviews its payment, and it was fulfilled already' });
  if (
    after.status === 'refused' &&
    before.status !== 'refused' &&
    after.sessionState === 'payment_refused'
  )
    alerts.push({ reason: "Radar's review of its payment ended with a refusal" });
  for (const { id, status } of after.refunds) {
    const known = before.refunds.find((refund) => refund.id === id);
    if (status === 'failed' && known?.status !== 'failed')
      alerts.push({ reason: `its refund ${id} failed: the shopper has not got the money` });
  }
  return alerts;
}

function disputeAlerts(before: OrderRow, after: OrderRow): OrderAlert[] {
  const standing = disputeStanding(after.dispute);
  const isKnown =
    before.dispute?.id === after.dispute?.id && disputeStanding(before.dispute) === standing;
  if (standing === 'none' || isKnown) return [];
  return [{ reason: DISPUTE_REASONS[standing], dueBy: after.dispute?.dueBy ?? null }];
}

/** Radar's review began, or ended with a refusal, after the order was paid. */
const isReviewedLate = ({ status, sessionState }: OrderRow) =>
  status === 'paid' && (sessionState === 'payment_review' || sessionState === 'payment_refused');
