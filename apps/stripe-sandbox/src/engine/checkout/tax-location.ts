import type Stripe from 'stripe';
import { getCustomer } from '../customers';
import type { Engine } from '../engine.types';

type Known = Pick<Stripe.Checkout.SessionCreateParams, 'customer' | 'customer_account'>;
type AutomaticTax = Stripe.Checkout.Session.AutomaticTax;

/** The country of a known customer for automatic tax: where goods are sent, else of their address; null if there is none. */
export function taxCountryOf(engine: Engine, known: Known): string | null {
  if (known.customer !== undefined) {
    const { address, shipping } = getCustomer(engine, known.customer, 'customer', 400);
    return shipping?.address?.country ?? address?.country ?? null;
  }
  const account = engine.store.accounts.get(known.customer_account ?? '');
  return account?.configuration?.customer?.shipping?.address?.country ?? null;
}

/** Automatic tax waits for a location until the country is known. */
export function withTaxStatus(tax: AutomaticTax, isLocated: boolean): AutomaticTax {
  return tax.enabled
    ? { ...tax, status: isLocated ? 'complete' : 'requires_location_inputs' }
    : tax;
}
