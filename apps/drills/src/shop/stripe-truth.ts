import type { Shop } from '@shop/shop-harness/shop/shop';
import type Stripe from 'stripe';

/** What Stripe says about a payment at this moment. */
export interface StripeTruth {
  intent: Stripe.PaymentIntent;
  refunds: Stripe.Refund[];
  disputes: Stripe.Dispute[];
}

export async function readTruth(shop: Shop, intentId: string): Promise<StripeTruth> {
  const { stripe } = shop;
  const [intent, refunds, disputes] = await Promise.all([
    stripe.paymentIntents.retrieve(intentId, { expand: ['review'] }),
    stripe.refunds.list({ payment_intent: intentId, limit: 100 }),
    stripe.disputes.list({ payment_intent: intentId, limit: 100 }),
  ]);
  return { intent, refunds: refunds.data.reverse(), disputes: disputes.data };
}

const isPaid = ({ intent }: StripeTruth) => intent.status === 'succeeded';
const isReviewed = ({ intent: { review } }: StripeTruth) =>
  typeof review === 'object' && review !== null && review.open;
const hasRefund = ({ refunds }: StripeTruth, ...statuses: string[]) =>
  refunds.some(({ status }) => statuses.includes(status ?? ''));
const hasDispute = ({ disputes }: StripeTruth, ...statuses: string[]) =>
  disputes.some(({ status }) => statuses.includes(status));
const sum = (refunds: Stripe.Refund[]) => refunds.reduce((total, { amount }) => total + amount, 0);

/** In minor units. */
export const refundedOf = ({ refunds }: StripeTruth) =>
  sum(refunds.filter(({ status }) => status === 'succeeded'));

const made = (refunds: Stripe.Refund[]) =>
  sum(refunds.filter(({ status }) => status !== 'canceled' && status !== 'failed'));

/** What was meant to go back, of refunds oldest first: one that failed too, as far as none was made instead of it later. */
function meantOf({ refunds }: StripeTruth): number {
  const failed = refunds.map((one, at) =>
    one.status === 'failed' ? one.amount - made(refunds.slice(at)) : 0,
  );
  return made(refunds) + Math.max(0, ...failed);
}

/** Whether a refund failed that those after it do not come to: else they tell what becomes of the money. */
const hasFailedRefund = ({ refunds }: StripeTruth) =>
  refunds.some((one, at) => one.status === 'failed' && made(refunds.slice(at)) < one.amount);

/** Whether goods are to be shipped. */
export const isDue = (truth: StripeTruth) =>
  isPaid(truth) &&
  !isReviewed(truth) &&
  !hasDispute(truth, 'needs_response', 'under_review', 'lost') &&
  meantOf(truth) < truth.intent.amount;

const isWaiting = ({ intent }: StripeTruth) =>
  intent.status === 'requires_action' || intent.status === 'processing';
const hasFailed = ({ intent }: StripeTruth) =>
  intent.status === 'requires_payment_method' || intent.status === 'canceled';
const isInPart = (truth: StripeTruth) => refundedOf(truth) < truth.intent.amount;

/** What each thing that is told claims. A mail is named by its news, an event by its type. */
export const CLAIMS: Readonly<Record<string, (truth: StripeTruth) => boolean>> = {
  received: isWaiting,
  paid: isDue,
  refunded: (truth) => hasRefund(truth, 'succeeded') && !isInPart(truth),
  'partly refunded': (truth) => hasRefund(truth, 'succeeded') && isInPart(truth),
  'refund pending': (truth) => hasRefund(truth, 'pending', 'requires_action'),
  'refund failed': hasFailedRefund,
  'refund called off': (truth) => hasRefund(truth, 'canceled'),
  'dispute lost': (truth) => hasDispute(truth, 'lost'),
  'payment failed': hasFailed,
  'under review': isReviewed,
  'order.received': isWaiting,
  'order.paid': isDue,
  'order.payment_failed': hasFailed,
  'order.refund_pending': (truth) => hasRefund(truth, 'pending', 'requires_action'),
  'order.refunded': (truth) => hasRefund(truth, 'succeeded'),
  'order.refund_failed': hasFailedRefund,
  'order.disputed': (truth) => hasDispute(truth, 'needs_response', 'under_review'),
  'order.dispute_closed': (truth) => hasDispute(truth, 'won', 'lost'),
  'order.under_review': isReviewed,
  'order.review_closed': (truth) => !isReviewed(truth),
};

/** What the subject of a mail says. */
const NEWS: readonly [RegExp, string][] = [
  [/expires soon/, 'voucher reminder'],
  [/was not paid|did not go through/, 'payment failed'],
  [/received your order|^The voucher|^How to pay/, 'received'],
  [/^Your order \S+ at|received your payment/, 'paid'],
  [/on its way/, 'refund pending'],
  [/^A partial refund/, 'partly refunded'],
  [/^A refund/, 'refunded'],
  [/^The refund .* failed/, 'refund failed'],
  [/called off/, 'refund called off'],
  [/taken back/, 'dispute lost'],
  [/checking/, 'under review'],
];

export const newsOf = (subject: string): string =>
  NEWS.find(([words]) => words.test(subject))?.[1] ?? subject;
