import type Stripe from 'stripe';
import type { Payer } from './payer';

/** A Checkout Session and what belongs to it but is not part of the object. */
export interface SessionRecord {
  object: Stripe.Checkout.Session;
  /** What it was made with: a recovered session is made with the same. */
  params: Stripe.Checkout.SessionCreateParams;
  lineItems: Stripe.LineItem[];
  discount: Stripe.Discount | null;
  /** How discounts and taxes make up the totals; answered only when asked for. */
  breakdown: Stripe.Checkout.Session.TotalDetails.Breakdown;
  lineBreakdowns: Required<Pick<Stripe.LineItem, 'discounts' | 'taxes'>>[];
  shippingTaxes: Stripe.Checkout.Session.ShippingCost.Tax[];
  /** The intent behind the session, in every mode. */
  intentId: string | null;
  /** The shopper who has been sent to 3-D Secure, and the payment method that waits for it. */
  authenticating: { payer: Payer; paymentMethodId: string } | null;
}
