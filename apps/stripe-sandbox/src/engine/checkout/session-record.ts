import type Stripe from 'stripe';
import type { Payer } from './payer';

/** A Checkout Session, and its data that is not part of the object. */
export interface SessionRecord {
  object: Stripe.Checkout.Session;
  /** The parameters it was created with; a recovered session is created with the same. */
  params: Stripe.Checkout.SessionCreateParams;
  lineItems: Stripe.LineItem[];
  discount: Stripe.Discount | null;
  /** The discounts and taxes of the totals; returned only when expanded. */
  breakdown: Stripe.Checkout.Session.TotalDetails.Breakdown;
  lineBreakdowns: Required<Pick<Stripe.LineItem, 'discounts' | 'taxes'>>[];
  shippingTaxes: Stripe.Checkout.Session.ShippingCost.Tax[];
  /** The session's payment intent or setup intent. */
  intentId: string | null;
  /** The ids of the lines that are optional items which the shopper has added. */
  addedLines?: string[];
  /** The country that automatic tax is computed for; none until an address is known. */
  country?: string | null;
  /** Set while the shopper is at 3-D Secure: who pays, and with which payment method. */
  authenticating: { payer: Payer; paymentMethodId: string } | null;
}
