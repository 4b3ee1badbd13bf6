import type Stripe from 'stripe';
import type { Engine } from '../engine.types';
import { emit } from '../events';
import { invalidRequest, resourceMissing } from '../stripe-error';
import { addTransaction } from './balance-transactions';
import { getCharge } from './charges';

export function getRefund(engine: Engine, id: string): Stripe.Refund {
  const refund = engine.store.refunds.get(id);
  if (!refund) throw resourceMissing('refund', id, 'id', 404);
  return refund;
}

/** A pending refund arrives, or the customer has given the bank details that it waits for. */
export function succeedRefund(engine: Engine, id: string): Stripe.Refund {
  const refund = refundIn(engine, id, ['pending', 'requires_action']);
  const charge = getCharge(engine, refund.charge as string);
  refund.balance_transaction ??= refundTransaction(engine, charge, id, -refund.amount).id;
  return finish(engine, refund, 'succeeded');
}

export const FAILURE_REASONS = [
  'charge_for_pending_refund_disputed',
  'declined',
  'expired_or_canceled_card',
  'insufficient_funds',
  'lost_or_stolen_card',
  'merchant_request',
  'unknown',
] as const;

/** A refund fails, also after it was sent: the receiving bank returned it. The money is the merchant's again. */
export function failRefund(
  engine: Engine,
  id: string,
  reason?: (typeof FAILURE_REASONS)[number],
): Stripe.Refund {
  const refund = refundIn(engine, id, ['succeeded', 'pending', 'requires_action']);
  const charge = getCharge(engine, refund.charge as string);
  const isCard = charge.payment_method_details?.type === 'card';
  refund.failure_reason = reason ?? (isCard ? 'lost_or_stolen_card' : 'unknown');
  giveBack(engine, charge, refund);
  finish(engine, refund, 'failed');
  emit(engine, 'refund.failed', refund);
  return refund;
}

/** Cancels a refund that still waits for the customer's bank details. */
export function cancelRefund(engine: Engine, id: string): Stripe.Refund {
  const refund = refundIn(engine, id, ['requires_action']);
  giveBack(engine, getCharge(engine, refund.charge as string), refund);
  return finish(engine, refund, 'canceled');
}

/** Changes how much of a charge is refunded, by a positive or negative amount in minor units. */
export function changeRefunded(engine: Engine, charge: Stripe.Charge, amountMinor: number): void {
  charge.amount_refunded += amountMinor;
  charge.refunded = charge.amount_refunded >= charge.amount;
  engine.store.charges.put(charge.id, charge);
}

export function refundTransaction(
  engine: Engine,
  charge: Stripe.Charge,
  id: string,
  amount: number,
) {
  return addTransaction(engine, {
    amount,
    currency: charge.currency,
    description: `REFUND FOR CHARGE${charge.description ? ` (${charge.description})` : ''}`,
    fee: 0,
    source: id,
    type: amount < 0 ? 'refund' : 'refund_failure',
  });
}

/** Two names for one change: the older one is sent too. */
export function emitRefundUpdated(engine: Engine, refund: Stripe.Refund): void {
  emit(engine, 'refund.updated', refund);
  emit(engine, 'charge.refund.updated', refund);
}

function refundIn(engine: Engine, id: string, statuses: string[]): Stripe.Refund {
  const refund = getRefund(engine, id);
  if (!statuses.includes(refund.status ?? '')) {
    throw invalidRequest(`This refund has a status of ${refund.status}.`);
  }
  return refund;
}

function giveBack(engine: Engine, charge: Stripe.Charge, refund: Stripe.Refund): void {
  if (refund.balance_transaction !== null) {
    const { id } = refundTransaction(engine, charge, refund.id, refund.amount);
    refund.failure_balance_transaction = id;
  }
  changeRefunded(engine, charge, -refund.amount);
}

function finish(
  engine: Engine,
  refund: Stripe.Refund,
  status: 'succeeded' | 'failed' | 'canceled',
): Stripe.Refund {
  refund.status = status;
  delete refund.next_action;
  delete refund.pending_reason;
  engine.store.refunds.put(refund.id, refund);
  emitRefundUpdated(engine, refund);
  return refund;
}
