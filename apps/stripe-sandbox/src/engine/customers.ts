import type Stripe from 'stripe';
import { accountAsCustomer } from './accounts';
import { addressOf } from './address';
import { applyChanges, change } from './changes';
import { nowSeconds } from './clock';
import type { Engine } from './engine.types';
import { emit } from './events';
import { newId, randomText } from './ids';
import { inRange, pageOf, type List } from './list';
import { mergeMetadata } from './metadata';
import { invalidRequest, resourceMissing } from './stripe-error';
import { cancelSubscription } from './subscription/subscriptions';

export function createCustomer(
  engine: Engine,
  params: Stripe.CustomerCreateParams,
): Stripe.Customer {
  const customer: Stripe.Customer = {
    id: newId('cus'),
    object: 'customer',
    address: params.address ? addressOf(params.address) : null,
    balance: params.balance ?? 0,
    created: nowSeconds(engine.clock),
    currency: null,
    customer_account: null,
    default_source: null,
    delinquent: false,
    description: params.description || null,
    discount: null,
    email: params.email ? checkEmail(params.email) : null,
    invoice_prefix: randomText(8).toUpperCase(),
    invoice_settings: {
      custom_fields: null,
      default_payment_method: null,
      footer: null,
      rendering_options: null,
    },
    livemode: false,
    metadata: mergeMetadata({}, params.metadata),
    name: params.name || null,
    next_invoice_sequence: 1,
    phone: params.phone || null,
    preferred_locales: params.preferred_locales ?? [],
    shipping: params.shipping ? shippingOf(params.shipping) : null,
    tax_exempt: params.tax_exempt || 'none',
    test_clock: null,
    ...(params.business_name && { business_name: params.business_name }),
    ...(params.individual_name && { individual_name: params.individual_name }),
  };
  engine.store.customers.put(customer.id, customer);
  emit(engine, 'customer.created', customer);
  return customer;
}

/** The customer, or the stub of a deleted one. The id of an account with the customer configuration works too. */
export function retrieveCustomer(
  engine: Engine,
  id: string,
): Stripe.Customer | Stripe.DeletedCustomer {
  const account = engine.store.accounts.get(id);
  if (account) return accountAsCustomer(account);
  const customer = engine.store.customers.get(id);
  if (!customer) throw resourceMissing('customer', id, 'id', 404);
  return customer;
}

/** A customer that is not deleted. `param` and `status` are those of the error if there is none. */
export function getCustomer(
  engine: Engine,
  id: string,
  param = 'id',
  status = 404,
): Stripe.Customer {
  const customer = engine.store.customers.get(id);
  if (!customer || customer.deleted) throw resourceMissing('customer', id, param, status);
  return customer;
}

/** Changes a customer. `changedBefore` are old values of what the caller has changed already, for the event. */
export function updateCustomer(
  engine: Engine,
  id: string,
  params: Stripe.CustomerUpdateParams,
  changedBefore: Partial<Stripe.Customer> = {},
): Stripe.Customer {
  const customer = getCustomer(engine, id);
  if (params.email) checkEmail(params.email);
  const changed = {
    ...changedBefore,
    ...applyChanges(customer, params, [
      'balance',
      'description',
      'email',
      'name',
      'phone',
      'preferred_locales',
    ]),
    ...change(customer, {
      ...(params.address !== undefined && {
        address: params.address ? addressOf(params.address) : null,
      }),
      ...(params.shipping !== undefined && {
        shipping: params.shipping ? shippingOf(params.shipping) : null,
      }),
      ...(params.tax_exempt !== undefined && { tax_exempt: params.tax_exempt || 'none' }),
      metadata: mergeMetadata(customer.metadata, params.metadata),
    }),
  };
  engine.store.customers.put(id, customer);
  emit(engine, 'customer.updated', customer, changed);
  return customer;
}

/** Deletes a customer for ever; their subscriptions end first. */
export function deleteCustomer(engine: Engine, id: string): Stripe.DeletedCustomer {
  const customer = getCustomer(engine, id);
  const running = engine.store.subscriptions
    .newestFirst()
    .filter((each) => each.customer === id && each.ended_at === null);
  for (const subscription of running) cancelSubscription(engine, subscription.id);
  const deleted = { id, object: 'customer', deleted: true } as const;
  engine.store.customers.put(id, deleted);
  emit(engine, 'customer.deleted', customer);
  return deleted;
}

export function listCustomers(
  engine: Engine,
  params: Stripe.CustomerListParams,
): List<Stripe.Customer> {
  const matching = engine.store.customers
    .newestFirst()
    .filter((customer): customer is Stripe.Customer => !customer.deleted)
    .filter(
      (customer) =>
        inRange(customer.created, params.created) &&
        (params.email === undefined || customer.email === params.email),
    );
  return pageOf(matching, params, '/v1/customers', 'customer');
}

export function checkEmail(email: string, param = 'email'): string {
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) {
    throw invalidRequest(`Invalid email address: ${email}`, { code: 'email_invalid', param });
  }
  return email;
}

function shippingOf(shipping: Stripe.CustomerCreateParams.Shipping): Stripe.Customer.Shipping {
  return {
    address: addressOf(shipping.address),
    name: shipping.name,
    phone: shipping.phone ?? null,
  };
}
