import { formatMoney } from '@shop/money';
import type Stripe from 'stripe';
import { nowSeconds } from '../clock';
import type { Engine } from '../engine.types';
import { emit } from '../events';
import { newId } from '../ids';
import { inRange, pageOf, type List } from '../list';
import { mergeMetadata } from '../metadata';
import { invalidRequest, missingParam } from '../stripe-error';
import { getCharge } from './charges';
import { disputedAmount } from './disputes';
import { settleWarningsOf } from './fraud-warnings';
import { firstRefundStatus } from './method-kinds';
import { getPaymentIntent } from './payment-intents';
import {
  changeRefunded,
  emitRefundUpdated,
  failRefund,
  getRefund,
  refundTransaction,
} from './refund-changes';
import { closeReviewOf } from './reviews';

const DETAILS_WITHIN_S = 45 * 24 * 3600;

/** Refunds `amount` of a charge, or everything that is left. */
export function createRefund(engine: Engine, params: Stripe.RefundCreateParams): Stripe.Refund {
  const charge = chargeOf(engine, params);
  // What was not captured counts as refunded.
  const refundable = charge.captured ? charge.amount - charge.amount_refunded : 0;
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
  const status = firstStatus(engine, charge);
  const email = params.instructions_email ?? charge.billing_details.email ?? charge.receipt_email;
  const refund: Stripe.Refund = {
    id,
    object: 'refund',
    amount,
    balance_transaction:
      status === 'requires_action' ? null : refundTransaction(engine, charge, id, -amount).id,
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
    status,
    transfer_reversal: null,
    ...(status === 'pending' && { pending_reason: 'processing' as const }),
    ...(params.instructions_email !== undefined && {
      instructions_email: params.instructions_email,
    }),
    ...(status === 'requires_action' && { next_action: askForBankDetails(engine, email ?? '') }),
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
  if (params.reason === 'fraudulent') charge.fraud_details = { user_report: 'fraudulent' };
  changeRefunded(engine, charge, amount);
  emit(engine, 'refund.created', refund);
  emit(engine, 'charge.refunded', charge);
  if (charge.refunded) {
    const isFraud = params.reason === 'fraudulent';
    closeReviewOf(engine, charge, isFraud ? 'refunded_as_fraud' : 'refunded');
    settleWarningsOf(engine, charge);
  }
  if (!behaviourOf(engine, charge)?.failingRefund) return refund;
  const answer = { ...refund };
  failRefund(engine, id);
  return answer;
}

/** Stripe's own e-mail asks the customer for bank details; the refund waits for them for 45 days. */
function askForBankDetails(engine: Engine, email: string): Stripe.Refund.NextAction {
  const now = nowSeconds(engine.clock);
  return {
    type: 'display_details',
    display_details: {
      email_sent: { email_sent_at: now, email_sent_to: email },
      expires_at: now + DETAILS_WITHIN_S,
    },
  };
}

function firstStatus(engine: Engine, charge: Stripe.Charge) {
  if (behaviourOf(engine, charge)?.pendingRefund) return 'pending';
  return firstRefundStatus(charge.payment_method_details?.type ?? 'card');
}

function behaviourOf(engine: Engine, charge: Stripe.Charge) {
  return engine.store.paymentMethods.get(charge.payment_method ?? '')?.behaviour;
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

export function updateRefund(
  engine: Engine,
  id: string,
  params: Stripe.RefundUpdateParams,
): Stripe.Refund {
  const refund = getRefund(engine, id);
  refund.metadata = mergeMetadata(refund.metadata ?? {}, params.metadata);
  engine.store.refunds.put(id, refund);
  emitRefundUpdated(engine, refund);
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
