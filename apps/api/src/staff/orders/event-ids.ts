import type { OrderRow } from '../../database/schema/tables';
import { chargeOf, intentOf } from '../../order/sync/session-snapshot';
import type { SessionSnapshot } from '../../order/sync/session-snapshot';

/**
 * The ids by which the events of an order are found: its sessions, its payment, and what belongs to that, because a thin
 * event names nothing but its own object. Early fraud warnings are missing: only Stripe knows their ids.
 * @param snapshot undefined where Stripe could not be asked: what only Stripe knows is missing then
 */
export function eventIdsOf(order: OrderRow, snapshot: SessionSnapshot | undefined): string[] {
  const { stripeSessionId, stripeExpiredSessionId, stripePaymentIntentId } = order;
  const ids = [
    stripeSessionId,
    stripeExpiredSessionId,
    stripePaymentIntentId,
    order.stripeSubscriptionId,
    order.dispute?.id,
    ...order.refunds.map(({ id }) => id),
    ...(snapshot ? idsAtStripe(snapshot) : []),
  ];
  return [...new Set(ids.filter((id) => typeof id === 'string'))];
}

function idsAtStripe({ session, refunds, disputes }: SessionSnapshot) {
  const review = intentOf(session)?.review;
  return [
    chargeOf(session)?.id,
    typeof review === 'string' ? review : review?.id,
    ...(refunds === 'unknown' ? [] : refunds.map(({ id }) => id)),
    ...(disputes === 'unknown' ? [] : disputes.map(({ id }) => id)),
  ];
}
