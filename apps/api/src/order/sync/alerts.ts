import { formatMoney } from '@shop/money';
import type { OrderRow } from '../../database/schema/tables';
import { disputeStanding } from '../facts/dispute-standing';
import type { DisputeStanding } from '../facts/dispute-standing';
import type { OrderAlert } from '../order-decision';
import { hasEndedUnpaid } from '../facts/ended-unpaid';
import { goesOn } from '../facts/subscription-standing';

const DISPUTE_REASONS: Record<Exclude<DisputeStanding, 'none'>, string> = {
  inquiry:
    'the bank asks about its payment: answer in the Stripe Dashboard before it becomes a dispute',
  open: 'its payment is disputed: send evidence in the Stripe Dashboard, or accept the dispute',
  lost: 'its dispute is lost: the bank has taken the money back',
};

/** What a person has to know of the difference between two versions of an order. */
export function alertsOf(before: OrderRow, after: OrderRow): OrderAlert[] {
  const alerts: OrderAlert[] = [...disputeAlerts(before, after), ...partPaidAlerts(before, after)];
  if (after.sessionState === 'checking' && before.sessionState !== 'checking')
    alerts.push({ reason: 'its session is in no documented state' });
  if (isUnpaidSubscription(after) && !isUnpaidSubscription(before))
    alerts.push({
      reason:
        'it has ended without payment, and its subscription can still be charged: end the subscription in the Stripe Dashboard, or wait until Stripe ends it',
    });
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

/** A part of a bank transfer that has come stays with its customer when the order ends without the rest. */
function partPaidAlerts(before: OrderRow, after: OrderRow): OrderAlert[] {
  if (!hasEndedUnpaid(after.status) || hasEndedUnpaid(before.status)) return [];
  // A payment that is cancelled no longer says what is left.
  const action = after.paymentAction ?? before.paymentAction;
  if (action?.type !== 'bank_transfer') return [];
  const partMinor = after.totalMinor - action.amountRemainingMinor;
  if (partMinor <= 0) return [];
  const money = formatMoney(partMinor, action.currency, 'en');
  const reason = `${money} of its bank transfer had come when it ended: they are in the cash balance of its customer at Stripe, give them back there`;
  return [{ reason }];
}

/** Radar's review began, or ended with a refusal, after the order was paid. */
const isReviewedLate = ({ status, sessionState }: OrderRow) =>
  status === 'paid' && (sessionState === 'payment_review' || sessionState === 'payment_refused');

/** Nothing is delivered for the order, and Stripe goes on trying to be paid. */
const isUnpaidSubscription = ({ status, subscription }: OrderRow) =>
  hasEndedUnpaid(status) && goesOn(subscription);
