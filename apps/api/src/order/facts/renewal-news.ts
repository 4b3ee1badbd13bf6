import { formatMoney } from '@shop/money';

const KINDS = [
  'inquiry_opened',
  'dispute_opened',
  'dispute_lost',
  'refund_pending',
  'refund_requires_action',
  'refund_made',
  'refund_failed',
  'fraud_warning',
] as const;

/** What has become of the payment of a subscription's renewal. The order keeps no column of it: its history does. */
export interface RenewalNews {
  kind: (typeof KINDS)[number];
  /** Of the dispute or refund; of the payment, where its card issuer warns of fraud. */
  id: string;
  stripePaymentIntentId: string;
  amountMinor: number;
  currency: string;
  /** ISO 8601: until when Stripe takes an answer. */
  dueBy: string | null;
}

const WORDS: Record<RenewalNews['kind'], [what: string, next: string]> = {
  inquiry_opened: [
    'is asked about by the bank',
    'answer in the Stripe Dashboard before it becomes a dispute',
  ],
  dispute_opened: ['is disputed', 'send evidence in the Stripe Dashboard, or accept the dispute'],
  dispute_lost: ['was lost in a dispute', 'the bank has taken the money back'],
  refund_pending: ['has a refund on its way', 'end the subscription too, if that is meant'],
  refund_requires_action: [
    'has a refund that waits for the shopper',
    'Stripe asks them by e-mail where to send the money',
  ],
  refund_made: ['is refunded', 'end the subscription too, if that is meant'],
  refund_failed: ['has a refund that failed', 'the shopper has not got the money'],
  fraud_warning: ['has a fraud warning of its card issuer', 'refund it before it is disputed'],
};

/** After words that name the renewal: what has happened to its payment, and what to do. */
export function saidOf({ kind, amountMinor, currency, ...news }: RenewalNews): string {
  const [what, next] = WORDS[kind];
  const money = formatMoney(amountMinor, currency, 'en');
  return `(payment ${news.stripePaymentIntentId}) ${what}, ${money}: ${next}`;
}

/** As the order's history has it. Without a colon: what stands behind one is what a person has written. */
export const historyOf = ({ kind, amountMinor, currency, ...news }: RenewalNews): string =>
  `${markOf({ kind, id: news.id })}, payment ${news.stripePaymentIntentId}, ${formatMoney(amountMinor, currency, 'en')}`;

/** What is the same however often the same thing is heard of. */
export const markOf = ({ kind, id }: Pick<RenewalNews, 'kind' | 'id'>): string =>
  `renewal ${kind} ${id}`;

/** The id of the trigger that tells it: all that there is to tell. */
export const triggerIdOf = (news: RenewalNews): string =>
  [
    news.kind,
    news.id,
    news.stripePaymentIntentId,
    news.amountMinor,
    news.currency,
    news.dueBy ?? '',
  ].join('/');

export function renewalNewsOf(triggerId: string): RenewalNews {
  const [kind, id = '', stripePaymentIntentId = '', amount, currency = '', dueBy] =
    triggerId.split('/');
  return {
    kind: KINDS.find((one) => one === kind) ?? 'refund_made',
    id,
    stripePaymentIntentId,
    amountMinor: Number(amount),
    currency,
    dueBy: dueBy || null,
  };
}
