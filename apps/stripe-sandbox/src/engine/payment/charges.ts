import type Stripe from 'stripe';
import { nowSeconds } from '../clock';
import type { Engine } from '../engine.types';
import { emit } from '../events';
import { newId } from '../ids';
import { inRange, pageOf, type List } from '../list';
import { mergeMetadata } from '../metadata';
import { resourceMissing } from '../stripe-error';
import { chargeTransaction } from './balance-transactions';
import type { Decline } from './cards';
import { cardDetails, outcomeOf } from './charge-details';
import { kindOf } from './method-kinds';

interface ChargeOptions {
  status: 'succeeded' | 'pending' | 'failed';
  /** Why the bank declined; only on a failed charge. */
  decline?: Decline;
  /** The shopper passed 3-D Secure. */
  authenticated?: boolean;
  /** The id of its Radar review, if it goes into review. */
  review?: string | null;
}

/** Charges the payment intent's method, and stores the charge, also if it failed. */
export function createCharge(
  engine: Engine,
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
  { status, decline, authenticated = false, review = null }: ChargeOptions,
): Stripe.Charge {
  // Charges of other methods than cards have ids that start with `py_`.
  const id = newId(method.type === 'card' ? 'ch' : 'py');
  const paid = status === 'succeeded';
  const captured = status !== 'failed' && intent.capture_method !== 'manual';
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
    billing_details: method.billing_details,
    calculated_statement_descriptor: descriptorOf(intent),
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
    outcome: outcomeOf(status, decline, review !== null),
    paid,
    payment_intent: intent.id,
    payment_method: method.id,
    payment_method_details: {
      ...(method.card
        ? { card: cardDetails(engine, intent, method.card, paid, authenticated) }
        : kindOf(method.type).chargeDetails),
      type: method.type,
    },
    receipt_email: intent.receipt_email,
    receipt_number: null,
    receipt_url: status === 'failed' ? null : `${engine.world.publicUrl}/receipts/${id}`,
    refunded: false,
    review,
    shipping: intent.shipping,
    source: null,
    source_transfer: null,
    statement_descriptor: intent.statement_descriptor,
    statement_descriptor_suffix: intent.statement_descriptor_suffix,
    status,
    transfer_data: null,
    transfer_group: intent.transfer_group,
    ...(intent.presentment_details && { presentment_details: intent.presentment_details }),
  };
  engine.store.charges.put(id, charge);
  emit(engine, `charge.${status}`, charge);
  return charge;
}

/**
 * Gives a successful charge its balance transaction. As at Stripe that comes after `charge.succeeded` and
 * `payment_intent.succeeded`, with a `charge.updated` of its own.
 */
export function bookCharge(engine: Engine, charge: Stripe.Charge): void {
  charge.balance_transaction = chargeTransaction(engine, charge).id;
  engine.store.charges.put(charge.id, charge);
  emit(engine, 'charge.updated', charge, { balance_transaction: null });
}

/** Ends a pending charge: the bank paid, or refused. */
export function settleCharge(engine: Engine, charge: Stripe.Charge, decline?: Decline): void {
  charge.status = decline ? 'failed' : 'succeeded';
  charge.paid = !decline;
  charge.outcome = outcomeOf(charge.status, decline);
  if (decline) {
    charge.failure_code = decline.code;
    charge.failure_message = decline.message;
    charge.amount_captured = 0;
    charge.captured = false;
  }
  engine.store.charges.put(charge.id, charge);
  emit(engine, decline ? 'charge.failed' : 'charge.succeeded', charge);
}

/** Captures an authorized amount, or a part of it. It is booked after the payment, as every charge. */
export function captureCharge(engine: Engine, charge: Stripe.Charge, amountMinor: number): void {
  charge.captured = true;
  charge.amount_captured = amountMinor;
  charge.amount_refunded = charge.amount - amountMinor;
  engine.store.charges.put(charge.id, charge);
  emit(engine, 'charge.captured', charge);
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
  engine.store.charges.put(id, charge);
  emit(engine, 'charge.updated', charge);
  return charge;
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

/** What the shopper reads on the statement: 22 characters at most. */
const descriptorOf = ({
  statement_descriptor: whole,
  statement_descriptor_suffix: suffix,
}: Stripe.PaymentIntent) =>
  (whole ?? (suffix ? `SANDBOX* ${suffix}` : 'STRIPE SANDBOX')).slice(0, 22).toUpperCase();
