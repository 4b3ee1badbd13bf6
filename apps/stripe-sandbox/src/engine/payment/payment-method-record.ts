import type Stripe from 'stripe';
import type { CardBehaviour } from './cards';

/** A payment method and how it will behave when it is charged. */
export interface PaymentMethodRecord {
  object: Stripe.PaymentMethod;
  behaviour: CardBehaviour;
  /** A guest has paid with it, or it was detached: Stripe never takes it again. */
  spent?: true;
}

/** Who pays, as typed on the payment page. */
export interface Billing {
  name: string | null;
  email: string | null;
  phone: string | null;
  address: Stripe.Address | null;
}

/** The owner of a payment; both are null for a guest. */
export interface Owner {
  customer: string | null;
  customer_account: string | null;
}

export const NOBODY: Owner = { customer: null, customer_account: null };
