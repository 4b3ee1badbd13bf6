import type Stripe from 'stripe';
import type { OrderRow, OrderStatus, SessionState } from '../../database/schema/tables';
import { describeSession } from './session-state';

/**
 * What a session is to its order:
 * - `current`: the one it is paid by, or one that `findMismatch` has to judge
 * - `successor`: a copy of its expired session that is paid or on the way to it; it takes that one's place
 * - `former`: an expired session, or a copy of one that came to nothing; it moves nothing any more
 *
 * An expired session can be recovered for 30 days, more than once, and each time Stripe makes a copy of it, with our
 * ids in it and an id of its own (https://docs.stripe.com/payments/checkout/abandoned-carts). A second copy that is
 * paid after the first is no successor but a mismatch: somebody has paid twice.
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
  if (CAME_TO_NOTHING.has(state)) return 'former';
  return REPLACEABLE.has(order.status) ? 'successor' : 'current';
}

const CAME_TO_NOTHING: ReadonlySet<SessionState> = new Set(['open', 'expired', 'payment_failed']);

/** Nothing has been paid by the session before, and nothing is on its way. */
const REPLACEABLE: ReadonlySet<OrderStatus> = new Set(['pending', 'expired', 'payment_failed']);
