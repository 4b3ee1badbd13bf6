import { formatMoney } from '@shop/money';
import type Stripe from 'stripe';
import { nowSeconds } from '../clock';
import type { Engine } from '../engine.types';
import { emit } from '../events';
import { newId } from '../ids';
import { inRange, pageOf, type List } from '../list';
import { mergeMetadata } from '../metadata';
import { invalidRequest, missingParam, resourceMissing } from '../stripe-error';
import { addTransaction } from './balance-transactions';
import { getCharge } from './charges';
import { disputedAmount } from './disputes';
import { getPaymentIntent } from './payment-intents';

/** Refunds `amount` of a charge, or everything that is left. */
export function createRefund(engine: Engine, params: Stripe.RefundCreateParams): Stripe.Refund {
  const charge = chargeOf(engine, params);
  const refundable = charge.amount_captured - charge.amount_refunded;
  const left = refundable - disputedAmount(engine, charge);
  if (refundable > 0 && left <= 0) {
    throw invalidRequest(`Charge ${charge.id} has been charged back; cannot issue a refund.`, {
      code: 'charge_disputed',
    });
  }
  if (left <= 0) {
    throw invalidRequest(`Charge ${charge.id} has already been refunded.`, {
      code: 'charge_already_refunded',
    });
  }
  const amount = params.amount ?? left;
  if (amount < 1) {
    throw invalidRequest('This value must be greater than or equal to 1.', {
      code: 'parameter_invalid_integer',
      param: 'amount',
    });
  }
  if (amount > left) {
    const money = (amountMinor: number) => formatMoney(amountMinor, charge.currency, 'en');
    throw invalidRequest(
      `Refund amount (${money(amount)}) is greater than unrefunded amount on charge (${money(left)})`,
      { param: 'amount' },
    );
  }
  const id = newId('re');
  const refund: Stripe.Refund = {
    id,
    object: 'refund',
    amount,
    balance_transaction: refundTransaction(engine, charge, id, -amount).id,
    charge: charge.id,
    created: nowSeconds(engine.clock),
    currency: charge.currency,
    customer: charge.customer,
    customer_account: null,
    destination_details: {
      card: {
        reference_status: 'pending',
        reference_type: 'acquirer_reference_number',
        type: 'refund',
      },
      type: 'card',
    },
    metadata: mergeMetadata({}, params.metadata),
    payment_intent: charge.payment_intent,
    payment_method: charge.payment_method,
    reason: params.reason ?? null,
    receipt_number: null,
    source_transfer_reversal: null,
    status: 'succeeded',
    transfer_reversal: null,
    ...(charge.presentment_details && {
      presentment_details: {
        ...charge.presentment_details,
        // The same share of the amount that was paid in the shopper's currency.
        presentment_amount: Math.round(
          (charge.presentment_details.presentment_amount * amount) / charge.amount,
        ),
      },
    }),
  };
  if (charge.payment_method_details?.type !== 'card') delete refund.destination_details;
  engine.store.refunds.put(id, refund);
  changeRefunded(engine, charge, amount);
  emit(engine, 'refund.created', refund);
  emit(engine, 'charge.refunded', charge);
  return refund;
}

/** A refund fails after it was sent: the receiving bank returned it. */
export function failRefund(engine: Engine, id: string): Stripe.Refund {
  const refund = getRefund(engine, id);
  if (refund.status !== 'succeeded') {
    throw invalidRequest(`This refund has a status of ${refund.status}.`);
  }
  const charge = getCharge(engine, refund.charge as string);
  refund.status = 'failed';
  refund.failure_reason = 'lost_or_stolen_card';
  refund.failure_balance_transaction = refundTransaction(engine, charge, id, refund.amount).id;
  engine.store.refunds.put(id, refund);
  changeRefunded(engine, charge, -refund.amount);
  emit(engine, 'refund.updated', refund);
  emit(engine, 'refund.failed', refund);
  return refund;
}

function changeRefunded(engine: Engine, charge: Stripe.Charge, amountMinor: number): void {
  charge.amount_refunded += amountMinor;
  charge.refunded = charge.amount_refunded >= charge.amount_captured;
  engine.store.charges.put(charge.id, charge);
}

function refundTransaction(engine: Engine, charge: Stripe.Charge, id: string, amount: number) {
  return addTransaction(engine, {
    amount,
    currency: charge.currency,
    description: `REFUND FOR CHARGE${charge.description ? ` (${charge.description})` : ''}`,
    fee: 0,
    source: id,
    type: amount < 0 ? 'refund' : 'refund_failure',
  });
}

function chargeOf(engine: Engine, params: Stripe.RefundCreateParams): Stripe.Charge {
  if (params.charge !== undefined && params.payment_intent !== undefined) {
    throw invalidRequest('You may only specify one of these parameters: charge, payment_intent.', {
      param: 'charge',
    });
  }
  if (params.charge !== undefined) return getCharge(engine, params.charge, 'charge', 400);
  if (params.payment_intent === undefined) throw missingParam('charge');
  const intent = getPaymentIntent(engine, params.payment_intent, 'payment_intent', 400);
  const charge =
    typeof intent.latest_charge === 'string'
      ? engine.store.charges.get(intent.latest_charge)
      : undefined;
  if (!charge || charge.status !== 'succeeded') {
    throw invalidRequest('This PaymentIntent does not have a successful charge to refund.', {
      param: 'payment_intent',
    });
  }
  return charge;
}

export function getRefund(engine: Engine, id: string): Stripe.Refund {
  const refund = engine.store.refunds.get(id);
  if (!refund) throw resourceMissing('refund', id, 'id', 404);
  return refund;
}

export function updateRefund(
  engine: Engine,
  id: string,
  params: Stripe.RefundUpdateParams,
): Stripe.Refund {
  const refund = getRefund(engine, id);
  refund.metadata = mergeMetadata(refund.metadata ?? {}, params.metadata);
  engine.store.refunds.put(id, refund);
  emit(engine, 'refund.updated', refund);
  return refund;
}

export function listRefunds(engine: Engine, params: Stripe.RefundListParams): List<Stripe.Refund> {
  const matching = engine.store.refunds
    .newestFirst()
    .filter(
      (refund) =>
        inRange(refund.created, params.created) &&
        (params.charge === undefined || refund.charge === params.charge) &&
        (params.payment_intent === undefined || refund.payment_intent === params.payment_intent),
    );
  return pageOf(matching, params, '/v1/refunds', 'refund');
}

/** The refunds of one charge, as `charge.refunds` includes them. */
export function refundsOfCharge(engine: Engine, chargeId: string): List<Stripe.Refund> {
  const page = listRefunds(engine, { charge: chargeId });
  return { ...page, url: `/v1/charges/${chargeId}/refunds` };
}
