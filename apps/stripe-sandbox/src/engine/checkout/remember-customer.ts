import type Stripe from 'stripe';
import { createAccount, updateAccount } from '../accounts';
import { createCustomer, updateCustomer } from '../customers';
import type { Engine } from '../engine.types';
import type { Owner } from '../payment/payment-method-record';
import type { Payer } from './payer';
import type { SessionRecord } from './session-record';

/**
 * The customer a payment belongs to: the one the session was made for, a new one when the session asks for it, or
 * none (a guest). A new one is a Customer, or an Account if the account uses Accounts v2.
 */
export function rememberCustomer(engine: Engine, record: SessionRecord, payer: Payer): Owner {
  const { object } = record;
  if (makesCustomer(object)) {
    if (engine.settings.customers === 'accounts_v2') {
      object.customer_account ??= createAccount(engine, {
        configuration: { customer: {} },
        contact_email: payer.email,
        display_name: payer.name,
      }).id;
    } else {
      object.customer ??= createCustomer(engine, {
        ...(payer.email && { email: payer.email }),
        ...(payer.name && { name: payer.name }),
        ...(payer.phone !== undefined && { phone: payer.phone }),
        ...(payer.address && { address: payer.address }),
        ...(payer.shipping && { shipping: payer.shipping }),
      }).id;
    }
  } else {
    updateKnown(engine, record, payer);
  }
  return {
    customer: object.customer as string | null,
    customer_account: object.customer_account,
  };
}

/** Whether paying makes a customer. https://docs.stripe.com/api/checkout/sessions/create: an invoice needs one. */
export const makesCustomer = ({
  customer,
  customer_account: account,
  customer_creation: creation,
  invoice_creation: invoice,
}: Stripe.Checkout.Session) =>
  creation === 'always' || (customer === null && account === null && invoice?.enabled === true);

/** The fields that `customer_update` allows the page to change; of an account, its name only. */
function updateKnown(engine: Engine, { object, params }: SessionRecord, payer: Payer): void {
  const { customer_update: update } = params;
  if (object.customer_account !== null && update?.name === 'auto') {
    updateAccount(engine, object.customer_account, { display_name: payer.name });
  }
  if (typeof object.customer !== 'string' || !update) return;
  updateCustomer(engine, object.customer, {
    ...(update.name === 'auto' && { name: payer.name }),
    ...(update.address === 'auto' && payer.address && { address: payer.address }),
    ...(update.shipping === 'auto' && payer.shipping && { shipping: payer.shipping }),
  });
}
