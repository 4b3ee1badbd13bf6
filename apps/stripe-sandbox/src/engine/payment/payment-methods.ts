import type Stripe from 'stripe';
import { nowSeconds } from '../clock';
import type { Engine } from '../engine';
import { newId } from '../ids';
import { resourceMissing } from '../stripe-error';
import type { Card } from './cards';

/** Who pays, as typed on the payment page. */
export interface Billing {
  name: string | null;
  email: string | null;
  phone: string | null;
  address: Stripe.Address | null;
}

/** Keeps a card as a payment method, of a customer or of nobody. */
export function createCardMethod(
  engine: Engine,
  card: Card,
  billing: Billing,
  owner: { customer: string | null; customer_account: string | null },
): Stripe.PaymentMethod {
  const method: Stripe.PaymentMethod = {
    id: newId('pm'),
    object: 'payment_method',
    allow_redisplay: 'limited',
    billing_details: billingDetails(billing),
    card: {
      brand: card.brand,
      checks: CARD_CHECKS,
      country: 'US',
      display_brand: card.brand === 'amex' ? 'american_express' : card.brand,
      exp_month: card.expMonth,
      exp_year: card.expYear,
      fingerprint: card.fingerprint,
      funding: card.funding,
      generated_from: null,
      last4: card.last4,
      networks: { available: [card.brand], preferred: null },
      regulated_status: 'unregulated',
      three_d_secure_usage: { supported: true },
      wallet: null,
    },
    created: nowSeconds(engine.clock),
    customer: owner.customer,
    customer_account: owner.customer_account,
    livemode: false,
    metadata: {},
    type: 'card',
  };
  return engine.store.paymentMethods.put(method.id, method);
}

export function getPaymentMethod(engine: Engine, id: string): Stripe.PaymentMethod {
  const method = engine.store.paymentMethods.get(id);
  if (!method) throw resourceMissing('PaymentMethod', id, 'payment_method', 404);
  return method;
}

export const CARD_CHECKS = {
  address_line1_check: null,
  address_postal_code_check: null,
  cvc_check: 'pass',
};

export function billingDetails(billing: Billing) {
  return {
    address: billing.address ?? {
      city: null,
      country: null,
      line1: null,
      line2: null,
      postal_code: null,
      state: null,
    },
    email: billing.email,
    name: billing.name,
    phone: billing.phone,
    tax_id: null,
  };
}
