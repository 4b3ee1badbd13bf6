import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type Stripe from 'stripe';
import type { OrderRow, OrderStatus } from '../../database/schema/tables';
import { isStillTrue } from '../fulfilment/trigger-truth';
import { RANK } from '../order-status';
import { decide } from './decide';
import { intentOf } from './session-snapshot';
import type { SessionSnapshot } from './session-snapshot';

const NOW = new Date('2026-11-28T12:00:00Z');
const TOTAL = 2400;
const ID = '5f1c6f3e-8a52-4b4b-9a0e-0e6f4f5d7a10';

const pending = {
  id: ID,
  number: 'R7K3-M9QX',
  status: 'pending',
  reviewReason: null,
  reviewResolvedAt: null,
  version: 0,
  stripeSessionId: 'cs_test_1',
  stripeExpiredSessionId: null,
  livemode: false,
  mode: 'payment',
  sessionState: 'open',
  currency: 'usd',
  subtotalMinor: TOTAL,
  totalMinor: TOTAL,
  refundedMinor: 0,
  refunds: [],
  dispute: null,
  disputedAt: null,
  releasedAt: null,
  paidAt: null,
  watched: true,
} as unknown as OrderRow;

interface Facts {
  status: string;
  paymentStatus: string;
  intent: string;
  action: string | null;
  review: { open: boolean; closed_reason: string | null } | null;
  refunds: { id: string; amount: number; status: string }[];
  disputes: { id: string; status: string }[];
  subtotal: number;
}

const paid: Facts = {
  status: 'complete',
  paymentStatus: 'paid',
  intent: 'succeeded',
  action: null,
  review: null,
  refunds: [],
  disputes: [],
  subtotal: TOTAL,
};

/** A session as Stripe would have it, with only the fields that matter here. */
function reading(facts: Partial<Facts>): SessionSnapshot {
  const all = { ...paid, ...facts };
  const charge = {
    object: 'charge',
    id: 'ch_1',
    status: 'succeeded',
    amount: TOTAL,
    amount_refunded: 0,
    disputed: all.disputes.length > 0,
  };
  const intent = {
    object: 'payment_intent',
    id: 'pi_1',
    status: all.intent,
    amount: TOTAL,
    currency: 'usd',
    next_action: all.action && { type: all.action },
    review: all.review,
    latest_charge: charge,
  };
  const session = {
    id: 'cs_test_1',
    status: all.status,
    payment_status: all.paymentStatus,
    payment_intent: all.paymentStatus === 'no_payment_required' ? null : intent,
    metadata: { order_id: ID, order_number: 'R7K3-M9QX' },
    client_reference_id: ID,
    livemode: false,
    mode: 'payment',
    currency: 'usd',
    amount_subtotal: all.subtotal,
    amount_total: all.subtotal,
    customer_account: null,
    url: null,
    customer_email: null,
    customer_details: null,
    locale: null,
  };
  return {
    session: session as unknown as Stripe.Checkout.Session,
    customerName: null,
    invoice: null,
    subscription: null,
    refunds: all.refunds.map((one) => ({ ...one, created: 1 })) as Stripe.Refund[],
    disputes: all.disputes.map((one) => ({
      ...one,
      amount: TOTAL,
      created: 1,
      evidence_details: { due_by: 1_800_000_000 },
    })) as unknown as Stripe.Dispute[],
  };
}

/** The same of a session that has started a subscription. */
function subscribed(facts: Partial<Facts>, status: string): SessionSnapshot {
  const { session, ...snapshot } = reading(facts);
  return {
    ...snapshot,
    session: { ...session, mode: 'subscription', subscription: 'sub_1' },
    subscription: {
      id: 'sub_1',
      status,
      customer: 'cus_1',
      cancel_at: null,
      cancel_at_period_end: false,
      ended_at: null,
      items: { data: [], has_more: false },
    } as unknown as Stripe.Subscription,
  };
}

/** The order after the decision about each reading in turn, and everything that was triggered. */
function lifeOf(readings: SessionSnapshot[], order: OrderRow = pending) {
  const triggers: string[] = [];
  const alerts: string[] = [];
  const statuses: OrderStatus[] = [order.status];
  for (const one of readings) {
    const decision = decide(order, one, NOW);
    if (!decision) continue;
    triggers.push(
      ...decision.triggers.map(({ trigger, id }) => (id ? `${trigger} ${id}` : trigger)),
    );
    alerts.push(...decision.alerts.map(({ reason }) => reason));
    order = { ...order, ...decision.changes, status: decision.status };
    statuses.push(order.status);
  }
  return { order, triggers, alerts, statuses };
}

const refund = (status: string, amount = TOTAL, id = 're_1') => ({ id, amount, status });

describe('decide', () => {
  it('confirms a paid order once', () => {
    const { order, triggers } = lifeOf([reading({}), reading({})]);
    expect(order).toMatchObject({ status: 'paid', paidAt: NOW, releasedAt: NOW, watched: false });
    expect(triggers).toEqual(['order_confirmed']);
  });

  it('does not confirm what was refunded in full before anybody heard of the payment', () => {
    const { order, triggers } = lifeOf([reading({ refunds: [refund('succeeded')] })]);
    expect(order).toMatchObject({ status: 'paid', releasedAt: null, refundedMinor: TOTAL });
    expect(triggers).toEqual(['refund_succeeded re_1']);
  });

  it('confirms an order that was refunded in part, and tells of the refund', () => {
    const { triggers } = lifeOf([reading({ refunds: [refund('succeeded', 500)] })]);
    expect(triggers).toEqual(['order_confirmed', 'refund_succeeded re_1']);
  });

  it('does not confirm what was disputed from the start, until the dispute is won', () => {
    const disputed = reading({ disputes: [{ id: 'dp_1', status: 'needs_response' }] });
    const before = lifeOf([disputed]);
    expect(before.triggers).toEqual(['dispute_opened dp_1']);
    expect(before.order).toMatchObject({ status: 'paid', disputedAt: NOW, watched: true });
    const won = reading({ disputes: [{ id: 'dp_1', status: 'won' }] });
    expect(lifeOf([won], before.order)).toMatchObject({
      triggers: ['dispute_won dp_1', 'order_confirmed'],
      order: { disputedAt: null, watched: false },
    });
  });

  it('says that the goods are due again when a dispute of a confirmed order is won', () => {
    const disputed = (status: string) => reading({ disputes: [{ id: 'dp_1', status }] });
    const { triggers } = lifeOf([reading({}), disputed('needs_response'), disputed('won')]);
    expect(triggers).toEqual([
      'order_confirmed',
      'dispute_opened dp_1',
      'dispute_won dp_1',
      'order_due_again v1',
    ]);
  });

  it('says that the goods are due again when a refund in full is canceled', () => {
    const { triggers } = lifeOf([
      reading({}),
      reading({ refunds: [refund('pending')] }),
      reading({ refunds: [refund('canceled')] }),
    ]);
    expect(triggers).toEqual([
      'order_confirmed',
      'refund_pending re_1',
      'refund_canceled re_1',
      'order_due_again v1',
    ]);
  });

  it('tells of a debit under way, and of nothing when a checkout is abandoned', () => {
    const debit = reading({ paymentStatus: 'unpaid', intent: 'processing' });
    const failed = reading({ paymentStatus: 'unpaid', intent: 'requires_payment_method' });
    expect(lifeOf([debit, debit, failed]).triggers).toEqual(['order_received', 'payment_failed']);
    const abandoned = reading({ status: 'expired', paymentStatus: 'unpaid' });
    expect(lifeOf([abandoned]).triggers).toEqual([]);
  });

  it('tells of a voucher once, also when Stripe names it after the payment began', () => {
    const begun = reading({ paymentStatus: 'unpaid', intent: 'processing' });
    const voucher = reading({
      paymentStatus: 'unpaid',
      intent: 'requires_action',
      action: 'konbini_display_details',
    });
    expect(lifeOf([voucher, voucher]).triggers).toEqual(['order_received', 'voucher_issued']);
    expect(lifeOf([begun, voucher]).triggers).toEqual(['order_received', 'voucher_issued']);
  });

  it('calls a payment that its shopper has given up cancelled, and not failed', () => {
    const voucher = reading({
      paymentStatus: 'unpaid',
      intent: 'requires_action',
      action: 'konbini_display_details',
    });
    const ended = reading({ paymentStatus: 'unpaid', intent: 'requires_payment_method' });
    const { order } = lifeOf([voucher], { ...pending, supersededAt: null });
    expect(lifeOf([ended], order).triggers).toEqual(['payment_failed']);
    const givenUp = { ...order, supersededAt: NOW };
    expect(lifeOf([ended], givenUp)).toMatchObject({
      order: { status: 'payment_failed' },
      triggers: ['order_cancelled v1'],
    });
  });

  describe('of a subscription', () => {
    const started: OrderRow = { ...pending, mode: 'subscription', subscription: null };
    const debit = (intent: string) => ({ paymentStatus: 'unpaid', intent });
    const processing = subscribed(debit('processing'), 'active');
    const failed = (status: string) => subscribed(debit('requires_payment_method'), status);

    it('calls a first payment that failed no renewal, and says once that it can still be charged', () => {
      const unpaid = lifeOf([processing, failed('past_due'), failed('unpaid')], started);
      expect(unpaid.triggers).toEqual(['order_received', 'payment_failed']);
      expect(unpaid.alerts).toEqual([expect.stringContaining('end the subscription')]);
      expect(isStillTrue('payment_failed', '', unpaid.order)).toBe(true);
      expect(isStillTrue('renewal_failed', 'v1', unpaid.order)).toBe(false);
      expect(lifeOf([failed('canceled')], unpaid.order)).toMatchObject({
        triggers: ['subscription_ended'],
        alerts: [],
      });
    });

    it('says so too when its status follows after the payment has failed', () => {
      const { triggers, alerts } = lifeOf(
        [processing, failed('active'), failed('past_due')],
        started,
      );
      expect(triggers).toEqual(['order_received', 'payment_failed']);
      expect(alerts).toHaveLength(1);
    });

    it('needs nobody where it has ended with its first payment', () => {
      expect(lifeOf([processing, failed('incomplete_expired')], started).alerts).toEqual([]);
    });

    it('tells of a renewal that failed, once the order was paid', () => {
      const { order, triggers, alerts } = lifeOf(
        [processing, subscribed({}, 'active'), subscribed({}, 'past_due')],
        started,
      );
      expect(triggers).toEqual(['order_received', 'order_confirmed', 'renewal_failed v1']);
      expect(alerts).toEqual([]);
      expect(isStillTrue('renewal_failed', 'v1', order)).toBe(true);
    });
  });

  it('says that a dispute is won when only an inquiry is left', () => {
    const disputed = (id: string, status: string) => reading({ disputes: [{ id, status }] });
    const { triggers } = lifeOf([
      disputed('dp_1', 'needs_response'),
      disputed('dp_2', 'warning_needs_response'),
    ]);
    expect(triggers).toEqual([
      'dispute_opened dp_1',
      'dispute_won dp_1',
      'inquiry_opened dp_2',
      'order_confirmed',
    ]);
  });

  it('alerts of a dispute with a deadline also where an earlier one of the payment was lost', () => {
    const lost = { id: 'dp_1', status: 'lost' };
    const { triggers, alerts } = lifeOf([
      reading({ disputes: [lost] }),
      reading({ disputes: [lost, { id: 'dp_2', status: 'needs_response' }] }),
    ]);
    expect(triggers).toContain('dispute_opened dp_2');
    expect(alerts).toHaveLength(2);
  });

  it('asks a person once about a paid order', () => {
    const paidOrder = lifeOf([reading({})]).order;
    const mismatch = (subtotal: number) => reading({ subtotal });
    const [first, second] = [2300, 2200].map(mismatch);
    const { order, triggers } = lifeOf([first!, first!], paidOrder);
    expect({ status: order.status, triggers }).toEqual({
      status: 'paid',
      triggers: ['decision_needed v1'],
    });
    expect(lifeOf([second!], order).triggers).toEqual([]);
  });

  it('alerts when a dispute opens, with its deadline, and when it is lost', () => {
    const decision = decide(
      pending,
      reading({ disputes: [{ id: 'dp_1', status: 'needs_response' }] }),
      NOW,
    );
    expect(decision?.alerts).toEqual([
      { reason: expect.stringContaining('disputed'), dueBy: '2027-01-15T08:00:00.000Z' },
    ]);
    const states = ['needs_response', 'under_review', 'lost', 'lost'];
    const { alerts } = lifeOf(
      states.map((status) => reading({ disputes: [{ id: 'dp_1', status }] })),
    );
    expect(alerts).toEqual([
      expect.stringContaining('send evidence'),
      expect.stringContaining('lost'),
    ]);
  });

  it('keeps an inquiry from the shopper and tells staff of it', () => {
    const { order, triggers, alerts } = lifeOf([
      reading({ disputes: [{ id: 'dp_1', status: 'warning_needs_response' }] }),
    ]);
    expect(order.disputedAt).toBeNull();
    expect(triggers).toEqual(['inquiry_opened dp_1', 'order_confirmed']);
    expect(alerts).toEqual([expect.stringContaining('asks')]);
  });

  it('tells of each status of a refund once, and alerts when it fails', () => {
    const { order, triggers, alerts } = lifeOf(
      ['pending', 'pending', 'succeeded', 'failed', 'failed'].map((status) =>
        reading({ refunds: [refund(status)] }),
      ),
    );
    expect(triggers).toEqual([
      'refund_pending re_1',
      'refund_succeeded re_1',
      'refund_failed re_1',
    ]);
    expect(alerts).toEqual([expect.stringContaining('re_1 failed')]);
    // A refund that failed does not send goods: the shop meant to give the money back.
    expect(order).toMatchObject({ releasedAt: null, refundedMinor: 0 });
  });

  it('waits for a review of Radar, then releases or refuses', () => {
    const review = (open: boolean, reason: string | null) =>
      reading({ review: { open, closed_reason: reason } });
    const waiting = lifeOf([review(true, null)]);
    expect(waiting).toMatchObject({
      order: { status: 'processing' },
      triggers: ['review_opened v1'],
    });
    expect(lifeOf([review(false, 'approved')], waiting.order)).toMatchObject({
      order: { status: 'paid', paidLater: false },
      triggers: ['review_closed v1', 'order_confirmed'],
    });
    expect(lifeOf([review(false, 'refunded_as_fraud')], waiting.order)).toMatchObject({
      order: { status: 'refused' },
      triggers: ['order_cancelled v1', 'review_closed v1'],
      alerts: [expect.stringContaining('Radar')],
    });
    expect(lifeOf([review(false, 'redacted')], waiting.order)).toMatchObject({
      order: { status: 'needs_review', reviewReason: expect.stringContaining('redacted') },
      // The goods wait as before; now they wait for a person.
      triggers: ['decision_needed v1'],
    });
  });

  it('follows the money of an order under review for what its session asks', () => {
    const other = { subtotal: TOTAL - 1 };
    const held = lifeOf([reading(other)]);
    expect(held.order).toMatchObject({ status: 'needs_review', reviewReason: 'another amount' });
    const disputes = [{ id: 'dp_1', status: 'needs_response' as const }];
    const after = lifeOf(
      [
        reading({ ...other, disputes, refunds: [refund('succeeded', 300)] }),
        reading({ ...other, disputes, refunds: [refund('succeeded', 300)] }),
      ],
      held.order,
    );
    expect(after).toMatchObject({
      order: {
        status: 'needs_review',
        reviewResolvedAt: null,
        refundedMinor: 300,
        dispute: { id: 'dp_1' },
        stripePaymentIntentId: 'pi_1',
        totalMinor: TOTAL,
      },
      triggers: ['dispute_opened dp_1', 'refund_succeeded re_1'],
      alerts: [expect.stringContaining('disputed')],
    });
  });

  it('keeps what the order knows when the key may not read refunds or disputes', () => {
    const known = lifeOf([
      reading({ refunds: [refund('pending', 500)], disputes: [{ id: 'dp_1', status: 'lost' }] }),
    ]).order;
    const blind: SessionSnapshot = { ...reading({}), refunds: 'unknown', disputes: 'unknown' };
    const { order } = lifeOf([blind], known);
    expect(order).toMatchObject({ refunds: known.refunds, dispute: known.dispute });
    expect(lifeOf([blind]).triggers).toEqual(['order_confirmed']);
  });

  it('takes tax within the prices as part of them', () => {
    const snapshot = reading({});
    snapshot.session.total_details = {
      amount_discount: 0,
      amount_shipping: 0,
      amount_tax: 383,
    };
    expect(decide(pending, snapshot, NOW)).toMatchObject({
      status: 'paid',
      changes: { taxMinor: 383, taxIncludedMinor: 383 },
    });
  });
});

const facts: fc.Arbitrary<Facts> = fc.record({
  status: fc.constantFrom('open', 'complete', 'expired', 'new_status'),
  paymentStatus: fc.constantFrom('paid', 'unpaid', 'no_payment_required'),
  intent: fc.constantFrom(
    'succeeded',
    'processing',
    'requires_action',
    'requires_payment_method',
    'canceled',
  ),
  action: fc.constantFrom(null, 'konbini_display_details', 'display_bank_transfer_instructions'),
  review: fc.option(
    fc.record({
      open: fc.boolean(),
      closed_reason: fc.constantFrom(null, 'approved', 'refunded', 'disputed', 'redacted'),
    }),
  ),
  refunds: fc.uniqueArray(
    fc.record({
      id: fc.constantFrom('re_1', 're_2'),
      amount: fc.constantFrom(400, TOTAL),
      status: fc.constantFrom(
        'pending',
        'requires_action',
        'succeeded',
        'failed',
        'canceled',
        'new',
      ),
    }),
    { selector: ({ id }) => id, maxLength: 2 },
  ),
  disputes: fc.array(
    fc.record({
      id: fc.constantFrom('dp_1'),
      status: fc.constantFrom(
        'warning_needs_response',
        'needs_response',
        'under_review',
        'won',
        'lost',
        'new',
      ),
    }),
    { maxLength: 1 },
  ),
  subtotal: fc.constantFrom(TOTAL, TOTAL, TOTAL, 1),
});

const lives = fc.array(facts, { minLength: 1, maxLength: 6 });
const RUNS = { numRuns: 2000 };

describe('whatever Stripe says, in whatever order', () => {
  it('the same order, reading and time give the same decision', () => {
    fc.assert(
      fc.property(lives, facts, (life, next) => {
        const { order } = lifeOf(life.map(reading));
        expect(decide(order, reading(next), NOW)).toEqual(decide(order, reading(next), NOW));
      }),
      RUNS,
    );
  });

  it('the rank of an order only rises, but for an order that comes under review', () => {
    fc.assert(
      fc.property(lives, (life) => {
        const { statuses } = lifeOf(life.map(reading));
        statuses.reduce((before, after) => {
          if (after === 'needs_review') expect(before).not.toBe('paid');
          else if (before === 'needs_review') expect(after).toBe('needs_review');
          else expect(RANK[after]).toBeGreaterThanOrEqual(RANK[before]);
          return after;
        });
      }),
      RUNS,
    );
  });

  it('nothing is fulfilled while unpaid, under review, refunded in full or disputed, and nothing twice', () => {
    fc.assert(
      fc.property(lives, (life) => {
        let order = pending;
        let fulfilments = 0;
        for (const one of life) {
          const snapshot = reading(one);
          const decision = decide(order, snapshot, NOW);
          if (!decision) continue;
          order = { ...order, ...decision.changes, status: decision.status };
          if (!decision.triggers.some(({ trigger }) => trigger === 'order_confirmed')) continue;
          fulfilments += 1;
          const { session } = snapshot;
          expect(session.status === 'complete' && session.payment_status !== 'unpaid').toBe(true);
          const review = intentOf(session)?.review;
          expect(typeof review === 'object' && review?.open).not.toBe(true);
          const given = one.refunds.filter(({ status }) => status !== 'canceled');
          expect(given.reduce((sum, { amount }) => sum + amount, 0)).toBeLessThan(TOTAL);
          expect(one.disputes.map(({ status }) => status)).not.toContain('lost');
          expect(one.disputes.map(({ status }) => status)).not.toContain('needs_response');
        }
        expect(fulfilments).toBeLessThanOrEqual(1);
      }),
      RUNS,
    );
  });
});
