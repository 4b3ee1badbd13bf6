import type { OrderCancellation } from '@shop/contract';
import { formatMoney } from '@shop/money';
import type { OrderRow } from '../../../database/schema/tables';
import { cancellationView } from '../../facts/cancellation-view';
import { confirmationState } from '../../facts/confirmation-state';
import { waitsForEvidence } from '../../facts/dispute-standing';
import { failedStill } from '../../facts/goods-due';
import { isReviewOpen } from '../../facts/is-review-open';
import { renewalNewsOf, saidOf } from '../../facts/renewal-news';
import type { FulfilmentTrigger } from '../fulfilment-step';
import { parseStep } from '../judge-step';

/** What staff are told of an order, in one sentence, and what to do. No personal data. */
export interface StaffNews {
  orderNumber: string;
  /** After the order's number in the subject. */
  topic: string;
  sentence: string;
  /** The order's state and total, and a command that shows the rest. */
  details: string;
  at: Date;
}

type Words = (order: OrderRow, triggerId: string) => { topic: string; sentence: string };

const paid: Words = ({ totalMinor, currency, number }) => ({
  topic: 'paid',
  sentence: `Order ${number} is paid, ${money(totalMinor, currency)}: its goods are due.`,
});

const decision: Words = (order) => ({
  topic: 'to be decided',
  sentence: isReviewOpen(order)
    ? `Order ${order.number} needs a decision of yours.`
    : `Radar reviews the payment of order ${order.number}: decide in the Stripe Dashboard.`,
});

const ITS_REFUND: Record<OrderCancellation['refund'], string> = {
  none: 'There was nothing to pay.',
  due: 'Stripe is asked for its refund without you.',
  started: 'Its payment is refunded in full without you.',
  refused: 'Its payment is not refunded: Stripe refuses that.',
};

/** What becomes of the money of an order that was cancelled, as things are now. */
function refundOf(order: OrderRow): string {
  const refund = cancellationView(order)?.refund ?? 'none';
  const hasFailed = refund === 'started' && failedStill(order.refunds).length > 0;
  return hasFailed
    ? 'Its refund has failed: the shopper has not got the money.'
    : ITS_REFUND[refund];
}

const cancelled =
  (who: string): Words =>
  (order) => ({
    topic: 'cancelled',
    sentence: `Order ${order.number} was cancelled by ${who}: send nothing. ${refundOf(order)}`,
  });

/** What each trigger that staff hear of says. In English: those who run a shop's commands read it. */
const WORDS = {
  order_confirmed: paid,
  order_due_again: paid,
  review_opened: decision,
  decision_needed: decision,
  dispute_opened: ({ number, dispute, currency }) => ({
    topic: 'disputed',
    sentence: `The payment of order ${number} is disputed, ${money(dispute?.amountMinor ?? 0, currency)}: ${asked(dispute, 'send evidence in the Stripe Dashboard, or accept the dispute')}.`,
  }),
  inquiry_opened: ({ number, dispute }) => ({
    topic: 'asked about by the bank',
    sentence: `The bank asks about the payment of order ${number}: ${asked(dispute, 'answer in the Stripe Dashboard before it becomes a dispute')}.`,
  }),
  fraud_warning: ({ number, totalMinor, currency }) => ({
    topic: 'warning of fraud',
    sentence: `The card issuer warns of fraud in the payment of order ${number}, ${money(totalMinor, currency)}: refund it before it is disputed.`,
  }),
  refund_failed: ({ number, refunds, currency }, id) => ({
    topic: 'refund failed',
    sentence: `A refund of ${money(refunds.find((one) => one.id === id)?.amountMinor ?? 0, currency)} for order ${number} failed: the shopper has not got the money.`,
  }),
  renewal_money: ({ number }, id) => {
    const news = renewalNewsOf(id);
    const deadline = news.dueBy === null ? '' : `, ${by(news.dueBy)}`;
    return {
      topic: 'renewal',
      sentence: `A renewal of the subscription of order ${number} ${saidOf(news)}${deadline}.`,
    };
  },
  shopper_cancelled: cancelled('its shopper'),
  staff_cancelled: cancelled('one of you'),
  cancellation_refused: ({ number }) => ({
    topic: 'refund refused',
    sentence: `Stripe does not refund order ${number}, which was cancelled: refund it in the Stripe Dashboard or in another way. Once the cause is mended: npm run orders -- retry-dead`,
  }),
  address_corrected: ({ number }) => ({
    topic: 'address corrected',
    sentence: `The shipping address of order ${number} was corrected: use the new one.`,
  }),
  withdrawal_requested: ({ number, cancelledAt }, id) => ({
    topic: 'withdrawal',
    sentence: `Somebody declares to withdraw from order ${number} (${id})${cancelledAt ? ', which was cancelled already: nothing more is owed than that refund' : ': check it, refund what is owed, and answer'}. See it: npm run orders -- withdrawals list`,
  }),
  undeliverable: ({ number }, id) => {
    // Behind the slash stands the number of the attempt.
    const step = id.slice(0, id.lastIndexOf('/'));
    const isMail = parseStep(step).name.endsWith('_mail');
    return {
      topic: 'not delivered',
      sentence: `${isMail ? 'An e-mail to the shopper' : 'An event to your own system'} about order ${number} was not delivered (${step}). Mend the cause, then: npm run orders -- resend ${number} --step ${step}`,
    };
  },
  shipment_lost: ({ number }) => ({
    topic: 'parcel lost',
    sentence: `A parcel of order ${number} was reported lost: unless it has arrived after all, send it again, or refund it in the Stripe Dashboard.`,
  }),
  shipment_returned: ({ number }) => ({
    topic: 'parcel returned',
    sentence: `A parcel of order ${number} has come back: send it again, or refund it in the Stripe Dashboard.`,
  }),
} satisfies Partial<Record<FulfilmentTrigger, Words>>;

/** The triggers that staff hear of. */
export type StaffTrigger = keyof typeof WORDS;

/** Pure: the same order and trigger give the same words. */
export function staffNews(
  trigger: StaffTrigger,
  triggerId: string,
  order: OrderRow,
  at: Date,
): StaffNews {
  const { number, totalMinor, currency } = order;
  return {
    orderNumber: number,
    ...WORDS[trigger](order, triggerId),
    details: `Total ${money(totalMinor, currency)}, now ${confirmationState(order).replaceAll('_', ' ')}. See it: npm run orders -- show ${number}`,
    at,
  };
}

const money = (amountMinor: number, currency: string) => formatMoney(amountMinor, currency, 'en');

const by = (dueBy: string | null | undefined) =>
  dueBy ? `by ${moment(new Date(dueBy))}` : 'Stripe names no deadline';

/** What is to be done about a dispute, and by when; an e-mail can be so late that somebody has answered. */
const asked = (dispute: OrderRow['dispute'], what: string) =>
  dispute && !waitsForEvidence(dispute.status)
    ? 'it is answered, and the bank decides'
    : `${what}, ${by(dispute?.dueBy)}`;

/** 2026-11-28 12:00 UTC */
const moment = (at: Date) => `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`;

/** Subject and text of the e-mail that tells this, oldest first; a digest if it is more than one thing. */
export function staffMail(
  news: readonly StaffNews[],
  shop: string,
): { subject: string; text: string } {
  const [first] = news;
  const subject =
    news.length === 1 && first
      ? `${shop}: order ${first.orderNumber}, ${first.topic}`
      : `${shop}: ${news.length} things about orders`;
  const listed = [...news]
    .sort((one, other) => one.at.getTime() - other.at.getTime())
    .map(({ at, sentence, details }) => `${moment(at)}\n${sentence}\n${details}`);
  return { subject, text: `${listed.join('\n\n')}\n` };
}
