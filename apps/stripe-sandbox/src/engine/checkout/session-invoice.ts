import type Stripe from 'stripe';
import { addressOf } from '../address';
import type { Engine } from '../engine.types';
import { makeCheckoutInvoice } from '../invoice/checkout-invoice';
import { mergeMetadata } from '../metadata';
import type { SessionRecord } from './session-record';

type Creation = Stripe.Checkout.Session.InvoiceCreation;

/** What the session says about the invoice that is made once it is paid; null in other modes. */
export function invoiceCreationOf(
  given: Stripe.Checkout.SessionCreateParams.InvoiceCreation | undefined,
  mode: string,
): Creation | null {
  if (mode !== 'payment') return null;
  const data = given?.invoice_data;
  return {
    enabled: given?.enabled ?? false,
    invoice_data: {
      account_tax_ids: null,
      custom_fields: data?.custom_fields || null,
      description: data?.description ?? null,
      footer: data?.footer ?? null,
      issuer: given?.enabled ? { type: 'self' } : null,
      metadata: mergeMetadata({}, data?.metadata),
      rendering_options: null,
    },
  };
}

/** Makes the invoice of a one-time payment, once it is paid. https://docs.stripe.com/payments/checkout/receipts */
export function invoiceSession(engine: Engine, record: SessionRecord): void {
  const { object, intentId } = record;
  if (!object.invoice_creation?.enabled || object.invoice !== null) return;
  const { customer_details: details } = object;
  const {
    description,
    footer,
    custom_fields: fields,
    metadata,
  } = object.invoice_creation.invoice_data;
  const invoice = makeCheckoutInvoice(engine, {
    record,
    intent: (intentId && engine.store.paymentIntents.get(intentId)) || null,
    recipient: {
      customer: object.customer,
      customer_account: object.customer_account,
      customer_address: details?.address ?? addressOf({}),
      customer_email: details?.email ?? null,
      customer_name: details?.business_name ?? details?.name ?? null,
      customer_phone: details?.phone ?? null,
    },
    fields: {
      billing_reason: 'manual',
      custom_fields: fields,
      customer_tax_ids: details?.tax_ids ?? [],
      description,
      footer,
      metadata,
    },
  });
  object.invoice = invoice.id;
}
