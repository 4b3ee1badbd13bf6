import type { ConfirmationState } from '@shop/contract';
import type { PlacedOrder } from '@shop/shop-harness/shop/orders';
import type { Shop } from '@shop/shop-harness/shop/shop';

/** What happens to an order at Stripe. `refunds` and `disputes` keep what later happenings are about. */
type Happening = (shop: Shop, order: PlacedOrder, made: Map<string, string>) => Promise<void>;

/** A happening, and what the page says when the shop has heard of it. */
type Stage = [happening: Happening, state: ConfirmationState];

export interface Life {
  name: string;
  /** While mail server and warehouse are down. */
  meanwhile: Stage[];
  /** What mails and events then tell, in their order. */
  mails: string[];
  events: string[];
  /** Other events that are as true: which of the two depends on when the warehouse was tried. */
  orEvents?: string[];
  /** After they are back, one after the other, and what is told of each. */
  then?: { stage: Stage; mails: string[]; events: string[] }[];
  /** Who refuses what is told about it for good. */
  refusedBy?: 'mail' | 'warehouse';
}

const PART_MINOR = 300;

const pays =
  (how: object = {}): Happening =>
  async (shop, { stripeSessionId, email }) => {
    await shop.sandbox.complete(stripeSessionId, { email, ...how });
  };

const acts =
  (what: string, body: object = {}): Happening =>
  async (shop, { stripeSessionId }, made) => {
    const path = `sessions/${stripeSessionId}/${what}`;
    const { id } = ((await shop.sandbox.call('POST', path, body)) ?? {}) as { id?: string };
    if (id) made.set(what, id);
  };

/** Goes on with the refund or the dispute that was made last. */
const goesOn =
  (what: 'refund' | 'dispute', how: string, body: object = {}): Happening =>
  async (shop, _, made) => {
    await shop.sandbox.call('POST', `${what}s/${made.get(what)}/${how}`, body);
  };

const approves: Happening = async (shop, { stripeSessionId }) => {
  const { payment_intent: intent } = await shop.sandbox.session(stripeSessionId);
  const id = typeof intent === 'string' ? intent : (intent?.id ?? '');
  const { review } = await shop.stripe.paymentIntents.retrieve(id);
  await shop.stripe.reviews.approve(typeof review === 'string' ? review : (review?.id ?? ''));
};

const PAID: Stage = [pays(), 'confirmed'];
const BY_VOUCHER: Stage = [pays({ method: 'konbini' }), 'awaiting_voucher'];
const REVIEWED: Stage = [pays({ card: { number: '4000000000009235' } }), 'payment_review'];
const DISPUTED: Stage = [acts('dispute'), 'disputed'];
const closes = (outcome: 'won' | 'lost') => goesOn('dispute', 'close', { outcome });

/** In a shop that sells in yen: konbini gives vouchers for yen only. */
export const lives: readonly Life[] = [
  {
    name: 'paid, and given back later',
    meanwhile: [PAID],
    mails: ['paid'],
    events: ['order.paid'],
    then: [
      { stage: [acts('refund'), 'refunded'], mails: ['refunded'], events: ['order.refunded'] },
    ],
  },
  {
    name: 'paid, and given back',
    meanwhile: [PAID, [acts('refund'), 'refunded']],
    mails: ['refunded'],
    events: ['order.refunded'],
  },
  {
    name: 'given back in parts',
    meanwhile: [PAID, [acts('refund', { amount: PART_MINOR }), 'partially_refunded']],
    mails: ['paid', 'partly refunded'],
    events: ['order.paid', 'order.refunded'],
    then: [
      { stage: [acts('refund'), 'refunded'], mails: ['refunded'], events: ['order.refunded'] },
    ],
  },
  {
    name: 'disputed, and won later',
    meanwhile: [PAID, DISPUTED],
    mails: [],
    events: ['order.disputed'],
    then: [
      {
        stage: [closes('won'), 'confirmed'],
        mails: ['paid'],
        events: ['order.dispute_closed', 'order.paid'],
      },
    ],
  },
  {
    name: 'disputed, and lost',
    meanwhile: [PAID, DISPUTED, [closes('lost'), 'dispute_lost']],
    mails: [],
    events: ['order.dispute_closed'],
  },
  {
    name: 'disputed, and won',
    meanwhile: [PAID, DISPUTED, [closes('won'), 'confirmed']],
    mails: ['paid'],
    events: ['order.paid', 'order.dispute_closed'],
    // Tried again while it was disputed, the goods were not due: so it was moot, and comes anew with the end.
    orEvents: ['order.dispute_closed', 'order.paid'],
  },
  {
    name: 'confirmed, and lost later',
    meanwhile: [PAID],
    mails: ['paid'],
    events: ['order.paid'],
    then: [
      { stage: DISPUTED, mails: [], events: ['order.disputed'] },
      {
        stage: [closes('lost'), 'dispute_lost'],
        mails: ['dispute lost'],
        events: ['order.dispute_closed'],
      },
    ],
  },
  {
    name: 'a refund that fails',
    meanwhile: [PAID, [acts('refund'), 'refunded'], [goesOn('refund', 'fail'), 'refund_failed']],
    mails: ['refund failed'],
    events: ['order.refund_failed'],
  },
  {
    name: 'a refund on its way, which arrives later',
    meanwhile: [
      [pays({ card: { number: '4000000000007726' } }), 'confirmed'],
      [acts('refund'), 'refund_pending'],
    ],
    mails: ['refund pending'],
    events: ['order.refund_pending'],
    then: [
      {
        stage: [goesOn('refund', 'succeed'), 'refunded'],
        mails: ['refunded'],
        events: ['order.refunded'],
      },
    ],
  },
  {
    name: 'a voucher, paid later',
    meanwhile: [BY_VOUCHER],
    mails: ['received'],
    events: ['order.received'],
    then: [{ stage: [acts('settle'), 'confirmed'], mails: ['paid'], events: ['order.paid'] }],
  },
  {
    name: 'a voucher, paid',
    meanwhile: [BY_VOUCHER, [acts('settle'), 'confirmed']],
    mails: ['paid'],
    events: ['order.paid'],
  },
  {
    name: 'a voucher that nobody pays',
    meanwhile: [BY_VOUCHER, [acts('fail'), 'payment_failed']],
    mails: ['payment failed'],
    events: ['order.payment_failed'],
  },
  {
    name: 'a long review, approved later',
    meanwhile: [REVIEWED],
    mails: ['under review'],
    events: ['order.under_review'],
    then: [
      {
        stage: [approves, 'confirmed'],
        mails: ['paid'],
        events: ['order.review_closed', 'order.paid'],
      },
    ],
  },
  {
    name: 'a review, approved',
    meanwhile: [REVIEWED, [approves, 'confirmed']],
    mails: ['paid'],
    events: ['order.review_closed', 'order.paid'],
  },
  {
    name: 'an address that does not exist',
    meanwhile: [PAID],
    mails: [],
    events: ['order.paid'],
    refusedBy: 'mail',
  },
  {
    name: 'a warehouse that refuses it',
    meanwhile: [PAID],
    mails: ['paid'],
    events: [],
    refusedBy: 'warehouse',
  },
];
