import type Stripe from 'stripe';
import type { SessionState } from '../../database/schema/tables';
import { deploymentNamedBy } from '../../deployment/deployment-metadata';
import { isOurs } from './is-ours';
import { describeSession } from './session-state';

/**
 * An order is written before its session is created, and a checkout takes ten seconds at most. What is younger than this is
 * never taken for lost, also where Stripe's clock is not quite ours.
 */
const MIN_AGE_MS = 30_000;

/** Nobody has paid, and nobody has promised to. */
const UNPAID: ReadonlySet<SessionState> = new Set(['open', 'expired', 'payment_failed']);

/**
 * What becomes of a session of ours whose order is not in the database. Pure.
 * - `rebuild`: this deployment's checkout made it, and the database has lost the order
 * - `unpaid`: the same, but nobody has paid: nothing is owed. Once it is paid, another event says so
 * - `missing`: too young to be judged, or it does not say which deployment made it
 * @param deploymentId of this deployment
 */
export function judgeLost(
  session: Stripe.Checkout.Session,
  deploymentId: string,
  now: Date,
): 'rebuild' | 'unpaid' | 'missing' {
  const state = describeSession(session);
  const isLost =
    isOurs(session) &&
    deploymentNamedBy(session) === deploymentId &&
    now.getTime() - session.created * 1000 >= MIN_AGE_MS;
  if (!isLost || state === 'checking') return 'missing';
  return UNPAID.has(state) ? 'unpaid' : 'rebuild';
}
