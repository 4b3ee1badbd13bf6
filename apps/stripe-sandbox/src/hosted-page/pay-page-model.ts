import type Stripe from 'stripe';
import type { PayForm } from './pay-form';

/** What the payment page shows. */
export interface PayPageModel {
  session: Stripe.Checkout.Session;
  lines: { line: Stripe.LineItem; imageUrl: string | null }[];
  /** What can be added, and has not been. */
  optionalItems: { price: Stripe.Price; name: string }[];
  /** The ids of the lines that were added here, and can be removed. */
  addedLines: readonly string[];
  shippingRates: Stripe.ShippingRate[];
  form: PayForm;
  /** The name of the applied discount, for the shopper. */
  discountName: string | null;
  /** Why the last attempt failed, in Stripe's words. */
  problem: { message: string; field: string | null } | null;
  codeProblem: string | null;
}
