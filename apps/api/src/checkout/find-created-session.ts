import type Stripe from 'stripe';
import { deploymentNamedBy } from '../deployment/deployment-metadata';
import type { OrderRow } from '../database/schema/tables';

/** For clocks that differ. */
const MARGIN_S = 300;

/** More than one session a second for half an hour. A shop that has created more since then gives up and creates one. */
const MOST_SESSIONS = 2000;

/**
 * Looks for a session that Stripe created for the order although its answer was lost or an error, among all sessions
 * created since the order.
 * @returns the session, or undefined when there is none
 */
export async function findCreatedSession(
  stripe: Stripe,
  order: Pick<OrderRow, 'id' | 'createdAt' | 'deploymentId'>,
): Promise<Stripe.Checkout.Session | undefined> {
  const from = Math.floor(order.createdAt.getTime() / 1000) - MARGIN_S;
  let looked = 0;
  for await (const session of stripe.checkout.sessions.list({
    created: { gte: from },
    limit: 100,
  })) {
    if (session.client_reference_id === order.id && isOfDeployment(session, order)) return session;
    looked += 1;
    if (looked === MOST_SESSIONS) return undefined;
  }
  return undefined;
}

/** A copy of the database has orders of the same ids. */
const isOfDeployment = (
  session: Stripe.Checkout.Session,
  { deploymentId }: Pick<OrderRow, 'deploymentId'>,
) => (deploymentNamedBy(session) ?? null) === deploymentId;
