import type Stripe from 'stripe';
import type { OrderRow } from '../../database/schema/tables';
import { intentOf } from './session-snapshot';
import { reviewOf } from './session-state';
import { taxAddedTo } from './session-tax';

/** Begins the mismatch of a payment whose review by Radar was closed without a decision. */
export const UNCLEAR_REVIEW = "a review of Radar's that was closed as";

/**
 * Why a session does not belong to this order, or undefined when it does. What is paid must be what was ordered: the
 * session decides about discount, shipping and tax, but its subtotal must be the order's.
 * @param isSuccessor whether the session takes the place of the order's expired one; see `roleOf`
 */
export function findMismatch(
  order: Pick<
    OrderRow,
    'id' | 'status' | 'stripeSessionId' | 'livemode' | 'mode' | 'currency' | 'subtotalMinor'
  >,
  session: Stripe.Checkout.Session,
  isSuccessor = false,
): string | undefined {
  if (order.stripeSessionId !== null && order.stripeSessionId !== session.id && !isSuccessor)
    return 'another session';
  if (session.metadata?.['order_id'] !== order.id) return 'another order in the metadata';
  if (session.client_reference_id !== order.id) return 'another client_reference_id';
  if (session.livemode !== order.livemode) return 'another livemode';
  if (session.mode !== order.mode) return 'another mode';
  if (session.currency !== order.currency) return 'another currency';
  if (session.amount_subtotal !== order.subtotalMinor) return 'another amount';
  if (session.amount_total !== totalOf(session)) return 'a total that does not add up';
  return unclearReview(session);
}

function totalOf(session: Stripe.Checkout.Session) {
  const { amount_subtotal: subtotal, total_details: details } = session;
  return (
    (subtotal ?? 0) -
    (details?.amount_discount ?? 0) +
    (details?.amount_shipping ?? 0) +
    taxAddedTo(session)
  );
}

function unclearReview(session: Stripe.Checkout.Session): string | undefined {
  const intent = intentOf(session);
  if (reviewOf(intent) !== 'unclear') return undefined;
  const review = intent?.review;
  const reason = typeof review === 'object' ? review?.closed_reason : null;
  return `${UNCLEAR_REVIEW} ${reason ?? 'nothing'}`;
}
