import { createAccount } from '../accounts';
import { createCustomer } from '../customers';
import type { Engine } from '../engine';
import type { Payer } from './payer';
import type { SessionRecord } from './session-record';

interface Owner {
  customer: string | null;
  customer_account: string | null;
}

/**
 * The customer a payment belongs to: the one the session was made for, a new one when the session asks for it, or
 * nobody (a guest). A new one is a Customer, or an Account once the account has opted in to Accounts v2.
 */
export function rememberCustomer(engine: Engine, record: SessionRecord, payer: Payer): Owner {
  const { object } = record;
  if (object.customer_creation === 'always') {
    if (engine.settings.customers === 'accounts_v2') {
      object.customer_account ??= createAccount(engine, {
        configuration: { customer: {} },
        contact_email: payer.email,
        display_name: payer.name,
      }).id;
    } else {
      object.customer ??= createCustomer(engine, {
        email: payer.email,
        name: payer.name,
        ...(payer.phone !== undefined && { phone: payer.phone }),
        ...(payer.address && { address: payer.address }),
      }).id;
    }
  }
  return {
    customer: object.customer as string | null,
    customer_account: object.customer_account,
  };
}
