import type Stripe from 'stripe';
import { nowSeconds } from '../clock';
import { retrieveCustomer } from '../customers';
import type { Engine } from '../engine.types';
import { emit } from '../events';
import { newId } from '../ids';
import { updateSubscription } from './update-subscription';
import { invalidRequest, missingParam, resourceMissing } from '../stripe-error';

/** A link to the customer's billing portal, where subscriptions can be ended with their period. */
export function createPortalSession(
  engine: Engine,
  params: Stripe.BillingPortal.SessionCreateParams,
): Stripe.BillingPortal.Session {
  const { customer, customer_account: account, return_url: returnUrl = '' } = params;
  const owner = customer ?? account;
  if (owner === undefined) throw missingParam('customer');
  if (!engine.store.customers.get(owner) && !engine.store.accounts.get(owner)) {
    throw resourceMissing(
      'customer',
      owner,
      customer === undefined ? 'customer_account' : 'customer',
    );
  }
  if (retrieveCustomer(engine, owner).deleted) throw resourceMissing('customer', owner, 'customer');
  if (returnUrl && !/^https?:\/\//.test(returnUrl)) {
    throw invalidRequest('Not a valid URL', { code: 'url_invalid', param: 'return_url' });
  }
  const id = newId('bps');
  const session: Stripe.BillingPortal.Session = {
    id,
    object: 'billing_portal.session',
    after_expiration: null,
    configuration: 'bpc_1SandboxPortal00000000000',
    created: nowSeconds(engine.clock),
    customer: owner,
    customer_account: account ?? null,
    flow: null,
    livemode: false,
    locale: params.locale ?? null,
    on_behalf_of: null,
    return_url: returnUrl || null,
    url: `${engine.world.publicUrl}/billing/${id}`,
  };
  engine.store.portalSessions.put(id, session);
  emit(engine, 'billing_portal.session.created', session);
  return session;
}

/** The customer's subscriptions that have not ended, the newest first. */
export function portalSubscriptions(
  engine: Engine,
  { customer }: Stripe.BillingPortal.Session,
): Stripe.Subscription[] {
  return engine.store.subscriptions
    .newestFirst()
    .filter((each) => each.customer === customer && each.status !== 'canceled');
}

/** The customer ends a subscription with its period, or lets it go on after all. Only one of their own. */
export function changeInPortal(
  engine: Engine,
  session: Stripe.BillingPortal.Session,
  subscriptionId: string,
  isEnding: boolean,
): void {
  const isOwn = portalSubscriptions(engine, session).some(({ id }) => id === subscriptionId);
  if (!isOwn) throw resourceMissing('subscription', subscriptionId, 'id', 404);
  updateSubscription(engine, subscriptionId, { cancel_at_period_end: isEnding });
}

export function getPortalSession(engine: Engine, id: string): Stripe.BillingPortal.Session {
  const session = engine.store.portalSessions.get(id);
  if (!session) throw resourceMissing('billing_portal.session', id, 'id', 404);
  return session;
}
