import type Stripe from 'stripe';
import { nowSeconds } from '../clock';
import type { Engine } from '../engine.types';
import { emit } from '../events';
import { newId } from '../ids';
import { inRange, pageOf, type List } from '../list';
import { mergeMetadata } from '../metadata';
import { invalidRequest, resourceMissing } from '../stripe-error';
import { addTransaction } from './balance-transactions';

/** Stripe's dispute fee, in minor units of the charge's currency. */
const DISPUTE_FEE = 1500;
const NINE_DAYS_S = 9 * 24 * 3600;

/** Opens a dispute: the money is withdrawn until the dispute is won. */
export function openDispute(
  engine: Engine,
  charge: Stripe.Charge,
  reason: string,
  amountMinor = charge.amount - charge.amount_refunded,
): Stripe.Dispute {
  if (charge.status !== 'succeeded' || charge.disputed) {
    throw invalidRequest('Only a successful charge can be disputed, and only once.');
  }
  if (amountMinor < 1 || amountMinor > charge.amount) {
    throw invalidRequest('A dispute is for at most the amount of its charge.', { param: 'amount' });
  }
  const id = newId('dp');
  const created = nowSeconds(engine.clock);
  const withdrawal = disputeTransaction(engine, charge.currency, id, -amountMinor, DISPUTE_FEE);
  const dispute: Stripe.Dispute = {
    id,
    object: 'dispute',
    amount: amountMinor,
    balance_transactions: [withdrawal],
    charge: charge.id,
    created,
    currency: charge.currency,
    enhanced_eligibility_types: [],
    evidence: { ...NO_EVIDENCE, customer_name: charge.billing_details.name },
    evidence_details: {
      due_by: created + NINE_DAYS_S,
      enhanced_eligibility: {},
      has_evidence: false,
      past_due: false,
      submission_count: 0,
      submission_method: 'not_submitted',
    },
    intended_submission_method: null,
    is_charge_refundable: false,
    livemode: false,
    metadata: {},
    network_reason_code: '83',
    payment_intent: charge.payment_intent,
    payment_method_details: {
      card: {
        brand: charge.payment_method_details?.card?.brand ?? 'unknown',
        case_type: 'chargeback',
        network: charge.payment_method_details?.card?.network ?? 'unknown',
        network_reason_code: '83',
      },
      type: 'card',
    },
    reason,
    status: 'needs_response',
  };
  charge.disputed = true;
  engine.store.charges.put(charge.id, charge);
  engine.store.disputes.put(id, dispute);
  emit(engine, 'charge.dispute.created', dispute);
  emit(engine, 'charge.dispute.funds_withdrawn', dispute);
  return dispute;
}

/** Closes a dispute with the bank's decision. If it is won, the merchant gets the money back. */
export function decideDispute(engine: Engine, id: string, status: 'won' | 'lost'): Stripe.Dispute {
  const dispute = getDispute(engine, id);
  if (['won', 'lost'].includes(dispute.status)) {
    throw invalidRequest('This dispute is already closed.');
  }
  dispute.status = status;
  if (status === 'won') {
    const { currency, amount } = dispute;
    const reinstated = disputeTransaction(engine, currency, id, amount, -DISPUTE_FEE);
    dispute.balance_transactions.push(reinstated);
  }
  engine.store.disputes.put(id, dispute);
  emit(engine, 'charge.dispute.closed', dispute);
  if (status === 'won') emit(engine, 'charge.dispute.funds_reinstated', dispute);
  return dispute;
}

/** Stores evidence. Stripe's test texts `winning_evidence` and `losing_evidence` close the dispute at once. */
export function updateDispute(
  engine: Engine,
  id: string,
  params: Stripe.DisputeUpdateParams,
): Stripe.Dispute {
  const dispute = getDispute(engine, id);
  const { appeal: _appeal, enhanced_evidence: _enhanced, ...evidence } = params.evidence ?? {};
  Object.assign(dispute.evidence, evidence);
  dispute.metadata = mergeMetadata(dispute.metadata, params.metadata);
  if (params.evidence && params.submit !== false) {
    dispute.status = 'under_review';
    dispute.evidence_details.submission_count += 1;
    dispute.evidence_details.submission_method = 'manual';
  }
  if (params.evidence) dispute.evidence_details.has_evidence = true;
  engine.store.disputes.put(id, dispute);
  emit(engine, 'charge.dispute.updated', dispute);
  const verdict = VERDICTS[dispute.evidence.uncategorized_text ?? ''];
  return verdict && params.submit !== false ? decideDispute(engine, id, verdict) : dispute;
}

const VERDICTS: Readonly<Record<string, 'won' | 'lost'>> = {
  winning_evidence: 'won',
  losing_evidence: 'lost',
};

/** The part of a charge, in minor units, that a dispute has taken back: it cannot be refunded. */
export function disputedAmount(engine: Engine, charge: Stripe.Charge): number {
  if (!charge.disputed) return 0;
  return engine.store.disputes
    .newestFirst()
    .filter(
      ({ charge: id, status }) =>
        id === charge.id && status !== 'won' && !status.startsWith('warning_'),
    )
    .reduce((sum, { amount }) => sum + amount, 0);
}

export function getDispute(engine: Engine, id: string): Stripe.Dispute {
  const dispute = engine.store.disputes.get(id);
  if (!dispute) throw resourceMissing('dispute', id, 'id', 404);
  return dispute;
}

export function listDisputes(
  engine: Engine,
  params: Stripe.DisputeListParams,
): List<Stripe.Dispute> {
  const matching = engine.store.disputes
    .newestFirst()
    .filter(
      (dispute) =>
        inRange(dispute.created, params.created) &&
        (params.charge === undefined || dispute.charge === params.charge) &&
        (params.payment_intent === undefined || dispute.payment_intent === params.payment_intent),
    );
  return pageOf(matching, params, '/v1/disputes', 'dispute');
}

function disputeTransaction(
  engine: Engine,
  currency: string,
  source: string,
  amount: number,
  fee: number,
) {
  return addTransaction(engine, {
    amount,
    currency,
    description: 'Chargeback',
    fee,
    source,
    type: 'adjustment',
  });
}

const NO_EVIDENCE: Stripe.Dispute.Evidence = {
  access_activity_log: null,
  billing_address: null,
  cancellation_policy: null,
  cancellation_policy_disclosure: null,
  cancellation_rebuttal: null,
  customer_communication: null,
  customer_email_address: null,
  customer_name: null,
  customer_purchase_ip: null,
  customer_signature: null,
  duplicate_charge_documentation: null,
  duplicate_charge_explanation: null,
  duplicate_charge_id: null,
  enhanced_evidence: {},
  product_description: null,
  receipt: null,
  refund_policy: null,
  refund_policy_disclosure: null,
  refund_refusal_explanation: null,
  service_date: null,
  service_documentation: null,
  shipping_address: null,
  shipping_carrier: null,
  shipping_date: null,
  shipping_documentation: null,
  shipping_tracking_number: null,
  uncategorized_file: null,
  uncategorized_text: null,
};
