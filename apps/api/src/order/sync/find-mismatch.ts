import type Stripe from 'stripe';
import type { OrderRow } from '../../database/schema/tables';
import { chosenShipping } from './chosen-shipping';
import { NOT_OFFERED, subtotalOf } from './read-purchase';
import type { Purchase } from './read-purchase';
import { intentOf } from './session-snapshot';
import { reviewOf } from './session-state';
import { taxAddedTo } from './session-tax';

/** Begins the mismatch of a payment whose review by Radar was closed without a decision. */
export const UNCLEAR_REVIEW = "a review of Radar's that was closed as";

/**
 * Why a session does not belong to this order, or undefined when it does. What is paid must be what was ordered: the
 * session decides about discount and tax, but its lines and its shipping must be among what was offered.
 * @param purchase what was bought, where it may differ from what was ordered
 * @param isSuccessor whether the session takes the place of the order's expired one; see `roleOf`
 */
export function findMismatch(
  order: Pick<
    OrderRow,
    | 'id'
    | 'origin'
    | 'status'
    | 'stripeSessionId'
    | 'livemode'
    | 'mode'
    | 'currency'
    | 'subtotalMinor'
    | 'offer'
  >,
  session: Stripe.Checkout.Session,
  isSuccessor = false,
  purchase?: Purchase,
): string | undefined {
  if (order.stripeSessionId !== null && order.stripeSessionId !== session.id && !isSuccessor)
    return 'another session';
  // A session that was created elsewhere does not name its order.
  if (order.origin !== 'adopted') {
    if (session.metadata?.['order_id'] !== order.id) return 'another order in the metadata';
    if (session.client_reference_id !== order.id) return 'another client_reference_id';
  }
  if (session.livemode !== order.livemode) return 'another livemode';
  if (session.mode !== order.mode) return 'another mode';
  if (session.currency !== order.currency) return 'another currency';
  if (typeof purchase === 'string') return purchase;
  const subtotalMinor = purchase ? subtotalOf(purchase) : order.subtotalMinor;
  if (session.amount_subtotal !== subtotalMinor) return 'another amount';
  if (session.status === 'complete' && chosenShipping(order, session) === undefined)
    return NOT_OFFERED.shipping;
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
