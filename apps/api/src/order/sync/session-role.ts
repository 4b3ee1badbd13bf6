import type Stripe from 'stripe';
import type { OrderRow, OrderStatus, SessionState } from '../../database/schema/tables';
import { describeSession } from './session-state';

/**
 * What a session is to its order:
 * - `current`: the session that pays the order, or one that `findMismatch` has to judge
 * - `successor`: a paid or processing copy of the order's expired session; it takes that session's place
 * - `former`: an expired session, or a copy of one that was never paid; it no longer changes the order
 *
 * An expired session can be recovered for 30 days, more than once. Each time Stripe makes a copy with our ids in it and
 * an id of its own (https://docs.stripe.com/payments/checkout/abandoned-carts). A second copy that is paid after the
 * first is a mismatch, not a successor: the shopper has paid twice.
 */
export function roleOf(
  order: Pick<OrderRow, 'status' | 'stripeSessionId' | 'stripeExpiredSessionId'>,
  session: Pick<
    Stripe.Checkout.Session,
    'id' | 'status' | 'payment_status' | 'payment_intent' | 'recovered_from'
  >,
): 'current' | 'successor' | 'former' {
  if (order.stripeSessionId === null || order.stripeSessionId === session.id) return 'current';
  const state = describeSession(session);
  const isOfTheChain = order.stripeExpiredSessionId === session.id || session.recovered_from;
  if (!isOfTheChain || state === 'checking') return 'current';
  if (UNPAID.has(state)) return 'former';
  return REPLACEABLE.has(order.status) ? 'successor' : 'current';
}

const UNPAID: ReadonlySet<SessionState> = new Set(['open', 'expired', 'payment_failed']);

/** The session before was not paid, and no payment of it is processing. */
const REPLACEABLE: ReadonlySet<OrderStatus> = new Set(['pending', 'expired', 'payment_failed']);
