import type Stripe from 'stripe';
import { nowSeconds } from '../clock';
import { retrieveCustomer } from '../customers';
import type { Engine } from '../engine.types';
import { emit } from '../events';
import { newId } from '../ids';
import { invalidRequest, missingParam, resourceMissing } from '../stripe-error';

/** A link to the customer's billing portal. The sandbox's portal only leads back. */
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
  const url = new URL(`${engine.world.publicUrl}/billing/${id}`);
  if (returnUrl) url.searchParams.set('return_url', returnUrl);
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
    url: url.href,
  };
  emit(engine, 'billing_portal.session.created', session);
  return session;
}
