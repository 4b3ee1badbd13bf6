import type Stripe from 'stripe';
import { nowSeconds } from '../clock';
import type { Engine } from '../engine.types';
import { emit } from '../events';
import { newId } from '../ids';
import { inRange, pageOf, type List } from '../list';
import { mergeMetadata } from '../metadata';
import { invalidRequest, resourceMissing } from '../stripe-error';
import { addTransaction } from './balance-transactions';
import { NO_EVIDENCE } from './dispute-evidence';
import { settleWarningsOf } from './fraud-warnings';
import { kindOf } from './method-kinds';
import { closeReviewOf } from './reviews';

/** Stripe's dispute fee, in minor units of the charge's currency. */
const DISPUTE_FEE = 1500;
const NINE_DAYS_S = 9 * 24 * 3600;

const ENDED = ['won', 'lost', 'warning_closed'];

export const DISPUTE_STARTS = ['needs_response', 'warning_needs_response', 'lost'] as const;

export interface DisputeOptions {
  reason: string;
  /** In minor units; by default everything that is not refunded. */
  amountMinor?: number | undefined;
  /**
   * `warning_needs_response` is an inquiry: no money is withdrawn. `lost` cannot be answered: that is how a returned
   * bank debit arrives, weeks after the payment, and the default for bank debits.
   */
  status?: (typeof DISPUTE_STARTS)[number] | undefined;
}

/** Opens a dispute. The money is withdrawn until the dispute is won, unless it is an inquiry. */
export function openDispute(
  engine: Engine,
  charge: Stripe.Charge,
  options: DisputeOptions,
): Stripe.Dispute {
  const amount = options.amountMinor ?? charge.amount - charge.amount_refunded;
  if (charge.status !== 'succeeded' || charge.disputed) {
    throw invalidRequest('Only a successful charge can be disputed, and only once.');
  }
  if (amount < 1 || amount > charge.amount) {
    throw invalidRequest('A dispute is for at most the amount of its charge.', { param: 'amount' });
  }
  const { card, type } = charge.payment_method_details ?? { type: 'card' };
  const status =
    options.status ?? (kindOf(type).timing === 'debit' ? 'lost' : ('needs_response' as const));
  const created = nowSeconds(engine.clock);
  const networkReason = type === 'card' ? '83' : null;
  const dispute: Stripe.Dispute = {
    id: newId('dp'),
    object: 'dispute',
    amount,
    balance_transactions: [],
    charge: charge.id,
    created,
    currency: charge.currency,
    enhanced_eligibility_types: [],
    evidence: { ...NO_EVIDENCE, customer_name: charge.billing_details.name },
    evidence_details: {
      due_by: status === 'lost' ? null : created + NINE_DAYS_S,
      enhanced_eligibility: {},
      has_evidence: false,
      past_due: false,
      submission_count: 0,
      submission_method: 'not_submitted',
    },
    intended_submission_method: null,
    is_charge_refundable: status === 'warning_needs_response',
    livemode: false,
    metadata: {},
    network_reason_code: networkReason,
    payment_intent: charge.payment_intent,
    ...(type === 'card' && {
      payment_method_details: {
        card: {
          brand: card?.brand ?? 'unknown',
          case_type: status === 'warning_needs_response' ? 'inquiry' : 'chargeback',
          network: card?.network ?? 'unknown',
          network_reason_code: networkReason,
        },
        type: 'card',
      },
    }),
    reason: options.reason,
    status,
  };
  charge.disputed = true;
  engine.store.charges.put(charge.id, charge);
  engine.store.disputes.put(dispute.id, dispute);
  emit(engine, 'charge.dispute.created', dispute);
  if (status !== 'warning_needs_response') withdraw(engine, dispute);
  closeReviewOf(engine, charge, 'disputed');
  settleWarningsOf(engine, charge);
  if (status === 'lost') emit(engine, 'charge.dispute.closed', dispute);
  return dispute;
}

/** An inquiry becomes a dispute: now the money is withdrawn, and there is a new deadline. */
export function escalateInquiry(engine: Engine, id: string): Stripe.Dispute {
  const dispute = getDispute(engine, id);
  if (!isInquiry(dispute) || dispute.status === 'warning_closed') {
    throw invalidRequest('This dispute is not an open inquiry.');
  }
  dispute.status = 'needs_response';
  dispute.is_charge_refundable = false;
  dispute.evidence_details.due_by = nowSeconds(engine.clock) + NINE_DAYS_S;
  if (dispute.payment_method_details?.card) {
    dispute.payment_method_details.card.case_type = 'chargeback';
  }
  engine.store.disputes.put(id, dispute);
  emit(engine, 'charge.dispute.updated', dispute);
  withdraw(engine, dispute);
  return dispute;
}

/**
 * Closes a dispute with the bank's decision; if it is won, the merchant gets the money back. An inquiry is closed
 * without one (`warning_closed`); an inquiry that is `lost` ends the same way, because no money has moved.
 */
export function decideDispute(
  engine: Engine,
  id: string,
  outcome: 'won' | 'lost' | 'warning_closed',
): Stripe.Dispute {
  const dispute = getDispute(engine, id);
  if (ENDED.includes(dispute.status)) {
    throw invalidRequest('This dispute is already closed.');
  }
  if (outcome === 'warning_closed' && !isInquiry(dispute)) {
    throw invalidRequest('Only an inquiry can be closed without a decision.');
  }
  const status = isInquiry(dispute) ? 'warning_closed' : outcome;
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

function withdraw(engine: Engine, dispute: Stripe.Dispute): void {
  const { id, currency, amount } = dispute;
  dispute.balance_transactions.push(disputeTransaction(engine, currency, id, -amount, DISPUTE_FEE));
  engine.store.disputes.put(id, dispute);
  emit(engine, 'charge.dispute.funds_withdrawn', dispute);
}

const isInquiry = ({ status }: Stripe.Dispute) => status.startsWith('warning_');

/** Stores evidence. Stripe's test texts `winning_evidence` and `losing_evidence` close the dispute at once. */
export function updateDispute(
  engine: Engine,
  id: string,
  params: Stripe.DisputeUpdateParams,
): Stripe.Dispute {
  const dispute = getDispute(engine, id);
  const isSubmitted = params.evidence !== undefined && params.submit !== false;
  if (isSubmitted && ENDED.includes(dispute.status)) {
    throw invalidRequest('This dispute is closed: no evidence can be submitted any more.');
  }
  const { appeal: _appeal, enhanced_evidence: _enhanced, ...evidence } = params.evidence ?? {};
  Object.assign(dispute.evidence, evidence);
  dispute.metadata = mergeMetadata(dispute.metadata, params.metadata);
  if (isSubmitted) {
    const { due_by: due } = dispute.evidence_details;
    dispute.evidence_details.past_due = due !== null && nowSeconds(engine.clock) > due;
    dispute.status = isInquiry(dispute) ? 'warning_under_review' : 'under_review';
    dispute.evidence_details.submission_count += 1;
    dispute.evidence_details.submission_method = 'manual';
  }
  if (params.evidence) dispute.evidence_details.has_evidence = true;
  engine.store.disputes.put(id, dispute);
  emit(engine, 'charge.dispute.updated', dispute);
  const verdict = VERDICTS[dispute.evidence.uncategorized_text ?? ''];
  return verdict && isSubmitted ? decideDispute(engine, id, verdict) : dispute;
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
