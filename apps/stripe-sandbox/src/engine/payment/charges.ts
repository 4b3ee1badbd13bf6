import type Stripe from 'stripe';
import { nowSeconds } from '../clock';
import type { Engine } from '../engine';
import { newId, randomText } from '../ids';
import { inRange, pageOf, type List } from '../list';
import { mergeMetadata } from '../metadata';
import { resourceMissing } from '../stripe-error';
import { chargeTransaction } from './balance-transactions';
import type { Decline } from './cards';
import { billingDetails, CARD_CHECKS } from './payment-methods';

interface ChargeOptions {
  /** Why the bank said no; a charge without it went in. */
  decline?: Decline;
  /** The shopper passed 3-D Secure. */
  authenticated?: boolean;
}

/** Charges the payment intent's card, and keeps the charge whether it went in or not. */
export function createCardCharge(
  engine: Engine,
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
  { decline, authenticated = false }: ChargeOptions,
): Stripe.Charge {
  const id = newId('ch');
  const { card } = method;
  const paid = decline === undefined;
  const captured = paid && intent.capture_method !== 'manual';
  const charge: Stripe.Charge = {
    id,
    object: 'charge',
    amount: intent.amount,
    amount_captured: captured ? intent.amount : 0,
    amount_refunded: 0,
    application: null,
    application_fee: null,
    application_fee_amount: null,
    balance_transaction: null,
    billing_details: method.billing_details ?? billingDetails(NOBODY),
    calculated_statement_descriptor: 'STRIPE SANDBOX',
    captured,
    created: nowSeconds(engine.clock),
    currency: intent.currency,
    customer: intent.customer,
    description: intent.description,
    disputed: false,
    failure_balance_transaction: null,
    failure_code: decline?.code ?? null,
    failure_message: decline?.message ?? null,
    fraud_details: {},
    livemode: false,
    metadata: { ...intent.metadata },
    on_behalf_of: null,
    outcome: outcomeOf(decline),
    paid,
    payment_intent: intent.id,
    payment_method: method.id,
    payment_method_details: card
      ? {
          card: {
            amount_authorized: intent.amount,
            authorization_code: paid ? randomText(6).toUpperCase() : null,
            brand: card.brand,
            checks: CARD_CHECKS,
            country: card.country,
            electronic_commerce_indicator: authenticated ? '05' : null,
            exp_month: card.exp_month,
            exp_year: card.exp_year,
            extended_authorization: { status: 'disabled' },
            fingerprint: card.fingerprint ?? null,
            funding: card.funding,
            incremental_authorization: { status: 'unavailable' },
            installments: null,
            last4: card.last4,
            mandate: null,
            multicapture: { status: 'unavailable' },
            network: card.brand,
            network_token: { used: false },
            network_transaction_id: paid
              ? String(nowSeconds(engine.clock)) + randomDigits(5)
              : null,
            overcapture: { maximum_amount_capturable: intent.amount, status: 'unavailable' },
            regulated_status: 'unregulated',
            three_d_secure: authenticated ? AUTHENTICATED : null,
            transaction_link_id: null,
            wallet: null,
          },
          type: 'card',
        }
      : { type: method.type },
    receipt_email: intent.receipt_email,
    receipt_number: null,
    receipt_url: paid ? `${engine.world.publicUrl}/receipts/${id}` : null,
    refunded: false,
    review: null,
    shipping: intent.shipping,
    source: null,
    source_transfer: null,
    statement_descriptor: intent.statement_descriptor,
    statement_descriptor_suffix: intent.statement_descriptor_suffix,
    status: paid ? 'succeeded' : 'failed',
    transfer_data: null,
    transfer_group: intent.transfer_group,
  };
  if (captured) charge.balance_transaction = chargeTransaction(engine, charge).id;
  return engine.store.charges.put(id, charge);
}

export function getCharge(engine: Engine, id: string, param = 'id', status = 404): Stripe.Charge {
  const charge = engine.store.charges.get(id);
  if (!charge) throw resourceMissing('charge', id, param, status);
  return charge;
}

export function updateCharge(
  engine: Engine,
  id: string,
  params: Stripe.ChargeUpdateParams,
): Stripe.Charge {
  const charge = getCharge(engine, id);
  charge.metadata = mergeMetadata(charge.metadata, params.metadata);
  if (params.description !== undefined) charge.description = params.description || null;
  if (params.receipt_email !== undefined) charge.receipt_email = params.receipt_email || null;
  return engine.store.charges.put(id, charge);
}

export function listCharges(engine: Engine, params: Stripe.ChargeListParams): List<Stripe.Charge> {
  const matching = engine.store.charges
    .newestFirst()
    .filter(
      (charge) =>
        inRange(charge.created, params.created) &&
        (params.customer === undefined || charge.customer === params.customer) &&
        (params.payment_intent === undefined || charge.payment_intent === params.payment_intent),
    );
  return pageOf(matching, params, '/v1/charges', 'charge');
}

const NOBODY = { name: null, email: null, phone: null, address: null };

const AUTHENTICATED: Stripe.Charge.PaymentMethodDetails.Card.ThreeDSecure = {
  authentication_flow: 'challenge',
  electronic_commerce_indicator: '05',
  exemption_indicator: null,
  result: 'authenticated',
  result_reason: null,
  transaction_id: null,
  version: '2.2.0',
};

function outcomeOf(decline: Decline | undefined): Stripe.Charge.Outcome {
  return {
    advice_code: decline ? 'try_again_later' : null,
    network_advice_code: null,
    network_decline_code: decline ? '05' : null,
    network_status: decline ? 'declined_by_network' : 'approved_by_network',
    reason: decline?.declineCode ?? null,
    risk_level: 'normal',
    risk_score: 20,
    seller_message: decline
      ? 'The bank did not return any further details with this decline.'
      : 'Payment complete.',
    type: decline ? 'issuer_declined' : 'authorized',
  };
}

function randomDigits(length: number): string {
  return Array.from({ length }, () => Math.floor(Math.random() * 10)).join('');
}
