import type Stripe from 'stripe';
import { isoOf } from '../order/sync/after-payment';
import { explainFailure } from './explain-failure';
import { asCommandError } from './command-failure';

/** As many renewals as are shown, the newest first. */
const SHOWN = 100;

/**
 * The invoices of an order's subscription, as Stripe has them now: the first is the order's own, the others are its
 * renewals, which make no order. An error of Stripe is shown as text.
 */
export async function subscriptionHistory(
  stripe: Stripe,
  stripeSubscriptionId: string,
): Promise<object> {
  try {
    const { data } = await stripe.invoices.list({
      subscription: stripeSubscriptionId,
      limit: SHOWN,
    });
    return data.map((invoice) => ({
      id: invoice.id,
      createdAt: isoOf(invoice.created),
      reason: invoice.billing_reason,
      status: invoice.status,
      amountDueMinor: invoice.amount_due,
      amountPaidMinor: invoice.amount_paid,
      currency: invoice.currency,
    }));
  } catch (error) {
    return { unavailable: explainFailure(asCommandError(error)) };
  }
}
