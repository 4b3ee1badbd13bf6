import type Stripe from 'stripe';
import { addressOf } from '../address';
import type { Engine } from '../engine.types';
import { emit } from '../events';
import type { StripeErrorBody } from '../stripe-error';
import { answerFields } from './custom-fields';
import { countRedemption } from './discounts';
import { billingOfPayer, type Payer } from './payer';
import { invoiceSession } from './session-invoice';
import type { SessionRecord } from './session-record';
import { readTaxId } from './tax-id';
import { withTaxStatus } from './tax-location';

/** The result of an attempt to pay. */
export type PayResult =
  | { outcome: 'completed'; session: Stripe.Checkout.Session; eventId: string }
  | { outcome: 'declined'; error: StripeErrorBody }
  | { outcome: 'requires_action' }
  | { outcome: 'closed'; session: Stripe.Checkout.Session };

/** Completes the session with what the shopper filled in. */
export function completeSession(
  engine: Engine,
  record: SessionRecord,
  payer: Payer,
  paymentStatus: Stripe.Checkout.Session.PaymentStatus,
): PayResult {
  const { object } = record;
  answerFields(object.custom_fields, payer.customFields ?? {});
  countRedemption(engine, record);
  const presentment = engine.store.paymentIntents.get(record.intentId ?? '')?.presentment_details;
  Object.assign(object, {
    automatic_tax: withTaxStatus(object.automatic_tax, true),
    collected_information: {
      business_name: payer.businessName ?? null,
      individual_name: null,
      shipping_details:
        object.shipping_address_collection && payer.shipping
          ? { address: addressOf(payer.shipping.address), name: payer.shipping.name }
          : null,
    },
    consent:
      object.consent_collection?.terms_of_service === 'required'
        ? { promotions: null, terms_of_service: 'accepted' }
        : null,
    customer_details: {
      address: billingOfPayer(payer).address,
      business_name: payer.businessName ?? null,
      email: payer.email || null,
      individual_name: null,
      name: payer.name || null,
      phone: payer.phone ?? null,
      tax_exempt: 'none',
      tax_ids: [payer.taxId && readTaxId(payer.taxId)].filter((taxId) => typeof taxId === 'object'),
    },
    ...(presentment && { presentment_details: presentment }),
    payment_status: paymentStatus,
    status: 'complete',
    url: null,
  } satisfies Partial<Stripe.Checkout.Session>);
  if (paymentStatus !== 'unpaid') invoiceSession(engine, record);
  engine.store.sessions.put(object.id, record);
  const event = emit(engine, 'checkout.session.completed', object);
  return { outcome: 'completed', session: object, eventId: event.id };
}
