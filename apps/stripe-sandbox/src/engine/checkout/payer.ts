import type Stripe from 'stripe';

/** Who a shopper says to be on the hosted page. */
export interface Payer {
  email: string;
  name: string;
  phone?: string;
  address?: Stripe.AddressParam;
}
