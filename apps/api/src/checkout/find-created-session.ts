import type Stripe from 'stripe';
import type { OrderRow } from '../database/schema/tables';

/** Clocks differ. */
const MARGIN_S = 300;

/** One a second for half an hour, and more; a shop that has started more since then finds none, and makes one. */
const MOST_SESSIONS = 2000;

/**
 * Looks for a session that Stripe has made for the order without our hearing of it, among all that were made since.
 * @returns the session, or undefined when there is none
 */
export async function findCreatedSession(
  stripe: Stripe,
  order: Pick<OrderRow, 'id' | 'createdAt'>,
): Promise<Stripe.Checkout.Session | undefined> {
  const from = Math.floor(order.createdAt.getTime() / 1000) - MARGIN_S;
  let looked = 0;
  for await (const session of stripe.checkout.sessions.list({
    created: { gte: from },
    limit: 100,
  })) {
    if (session.client_reference_id === order.id) return session;
    looked += 1;
    if (looked === MOST_SESSIONS) return undefined;
  }
  return undefined;
}
