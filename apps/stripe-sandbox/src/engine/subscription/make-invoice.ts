import type Stripe from 'stripe';
import { addressOf } from '../address';
import type { Payer } from '../checkout/payer';
import type { SessionRecord } from '../checkout/session-record';
import type { Engine } from '../engine.types';
import { makeCheckoutInvoice } from '../invoice/checkout-invoice';

interface InvoiceSource {
  record: SessionRecord;
  subscription: Stripe.Subscription;
  payer: Payer;
  /** The payment intent that has paid it, or will; null if nothing was due. */
  intent: Stripe.PaymentIntent | null;
}

/** The first invoice of a subscription, paid by its session. */
export function makeInvoice(engine: Engine, source: InvoiceSource): Stripe.Invoice {
  const { record, subscription, payer, intent } = source;
  const recurring = record.lineItems.filter(({ price }) => price?.recurring);
  return makeCheckoutInvoice(engine, {
    record,
    intent,
    recipient: {
      customer: subscription.customer,
      customer_account: subscription.customer_account,
      customer_address: addressOf(payer.address ?? {}),
      customer_email: payer.email,
      customer_name: payer.businessName ?? payer.name,
      customer_phone: payer.phone ?? null,
    },
    fields: {
      billing_reason: 'subscription_create',
      parent: {
        quote_details: null,
        subscription_details: { metadata: subscription.metadata, subscription: subscription.id },
        type: 'subscription_details',
      },
    },
    itemOf: (line) => subscription.items.data[recurring.indexOf(line)],
  });
}
