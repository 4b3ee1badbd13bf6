import type Stripe from 'stripe';
import { change } from '../changes';
import { createCustomer, getCustomer, updateCustomer } from '../customers';
import type { Engine } from '../engine.types';
import { resourceMissing } from '../stripe-error';
import { attach } from './payment-methods';
import { usableMethod } from './usable-method';

/** Makes a customer, with a payment method if one is given, which may be the one for invoices too. */
export function createCustomerWithMethod(
  engine: Engine,
  params: Stripe.CustomerCreateParams,
): Stripe.Customer {
  const { payment_method: given, invoice_settings: settings } = params;
  const method = given === undefined ? undefined : usableMethod(engine, given);
  const customer = createCustomer(engine, params);
  if (method) attach(engine, method, { customer: customer.id, customer_account: null });
  const chosen = settings?.default_payment_method;
  if (chosen === undefined) return customer;
  // A test name such as pm_card_visa means the method that it has just made.
  const id = method && chosen === given ? method.object.id : chosen;
  return updateCustomer(engine, customer.id, {}, chooseMethod(engine, customer, id));
}

/** Changes a customer, and perhaps the payment method for their invoices. */
export function updateCustomerWithMethod(
  engine: Engine,
  id: string,
  params: Stripe.CustomerUpdateParams,
): Stripe.Customer {
  const customer = getCustomer(engine, id);
  const chosen = params.invoice_settings?.default_payment_method;
  const changed = chosen === undefined ? {} : chooseMethod(engine, customer, chosen);
  return updateCustomer(engine, id, params, changed);
}

/** '' takes the choice back. Throws for a method that is not the customer's. */
function chooseMethod(
  engine: Engine,
  customer: Stripe.Customer,
  id: string,
): Partial<Stripe.Customer> {
  const method = engine.store.paymentMethods.get(id);
  if (id !== '' && method?.object.customer !== customer.id) {
    throw resourceMissing('PaymentMethod', id, 'invoice_settings[default_payment_method]');
  }
  return change(customer, {
    invoice_settings: { ...customer.invoice_settings, default_payment_method: id || null },
  });
}
