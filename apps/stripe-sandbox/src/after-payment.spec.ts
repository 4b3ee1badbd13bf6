import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type Stripe from 'stripe';
import { refusalOf } from './compat/target';
import { startClient, type Client } from './testing/sandbox-client';

describe('after the payment', () => {
  let client: Client;
  let stripe: Stripe;
  beforeEach(async () => {
    client = await startClient();
    stripe = client.stripe;
  });
  afterEach(async () => {
    expect([...client.sandbox.shapeProblems]).toEqual([]);
    await client.sandbox.close();
  });

  /** A session that was paid with `method`, and settled if that takes time. */
  async function paid(method: string, currency: string, number?: string): Promise<string> {
    const { id } = await stripe.checkout.sessions.create({
      line_items: [
        { quantity: 1, price_data: { currency, unit_amount: 2000, product_data: { name: 'Tea' } } },
      ],
      success_url: 'http://shop.test/',
    });
    const card = number ? { card: { number } } : {};
    const answer = await client.control('POST', `sessions/${id}/complete`, { method, ...card });
    expect(answer.status).toBe(200);
    if (method !== 'card') await client.control('POST', `sessions/${id}/settle`);
    return id;
  }
  const chargeOf = async (sessionId: string) => {
    const session = await stripe.checkout.sessions.retrieve(sessionId, {
      expand: ['payment_intent.latest_charge'],
    });
    return (session.payment_intent as Stripe.PaymentIntent).latest_charge as Stripe.Charge;
  };
  const refund = async (sessionId: string) => {
    const charge = await chargeOf(sessionId);
    return stripe.refunds.create({ charge: charge.id });
  };
  const act = async (path: string, body: object = {}) => {
    const answer = await client.control('POST', path, body);
    expect(answer.status).toBe(200);
    return answer.body;
  };
  /** The types of the events about an object, oldest first. */
  const eventsOf = async (id: string) => {
    const { data } = await stripe.events.list({ limit: 100 });
    return data
      .filter((event) => (event.data.object as { id?: string }).id === id)
      .map(({ type }) => type)
      .reverse();
  };

  describe('a refund', () => {
    it('of a voucher waits for bank details, then succeeds', async () => {
      const id = await paid('konbini', 'jpy');
      const { id: refundId, ...waiting } = await refund(id);
      expect(waiting).toMatchObject({
        status: 'requires_action',
        balance_transaction: null,
        next_action: {
          type: 'display_details',
          display_details: { email_sent: { email_sent_to: 'jenny.rosen@example.com' } },
        },
      });
      expect(await act(`refunds/${refundId}/succeed`)).toMatchObject({ status: 'succeeded' });
      const ended = await stripe.refunds.retrieve(refundId);
      expect(ended.balance_transaction).toMatch(/^txn_/);
      expect(ended.next_action).toBeUndefined();
      expect(await eventsOf(refundId)).toEqual([
        'refund.created',
        'refund.updated',
        'charge.refund.updated',
      ]);
    });

    it('of a voucher can be canceled, and the charge is not refunded any more', async () => {
      const id = await paid('konbini', 'jpy');
      const { id: refundId } = await refund(id);
      expect((await chargeOf(id)).refunded).toBe(true);
      expect(await stripe.refunds.cancel(refundId)).toMatchObject({ status: 'canceled' });
      expect(await chargeOf(id)).toMatchObject({ amount_refunded: 0, refunded: false });
      const again = await refund(id);
      expect(await act(`refunds/${again.id}/cancel`)).toMatchObject({ status: 'canceled' });
    });

    it('of a bank debit is pending, and may fail', async () => {
      const id = await paid('sepa_debit', 'eur');
      const { id: refundId, ...pending } = await refund(id);
      expect(pending).toMatchObject({ status: 'pending', pending_reason: 'processing' });
      const failed = await act(`refunds/${refundId}/fail`, { reason: 'declined' });
      expect(failed).toMatchObject({ status: 'failed', failure_reason: 'declined' });
      expect(await chargeOf(id)).toMatchObject({ amount_refunded: 0, refunded: false });
      expect(await eventsOf(refundId)).toEqual([
        'refund.created',
        'refund.updated',
        'charge.refund.updated',
        'refund.failed',
      ]);
    });

    it('is pending or fails by the card', async () => {
      const pending = await refund(await paid('card', 'usd', '4000000000007726'));
      expect(pending.status).toBe('pending');
      expect(await act(`refunds/${pending.id}/succeed`)).toMatchObject({ status: 'succeeded' });
      const failing = await refund(await paid('card', 'usd', '4000000000005126'));
      expect(failing.status).toBe('succeeded');
      expect(await stripe.refunds.retrieve(failing.id)).toMatchObject({ status: 'failed' });
    });

    it('ends once', async () => {
      const { id } = await refund(await paid('card', 'usd'));
      for (const end of ['succeed', 'cancel']) {
        expect(await client.control('POST', `refunds/${id}/${end}`)).toMatchObject({
          status: 400,
          body: { error: { message: 'This refund has a status of succeeded.' } },
        });
      }
    });

    it('tells what the customer gets in their own currency', async () => {
      await client.control('PUT', 'settings', {
        presentmentCurrency: 'eur',
        presentmentPercent: 90,
      });
      const id = await paid('card', 'usd');
      const charge = await chargeOf(id);
      expect(await stripe.refunds.create({ charge: charge.id, amount: 1000 })).toMatchObject({
        presentment_details: { presentment_amount: 900, presentment_currency: 'eur' },
      });
    });
  });

  describe('a review', () => {
    const inReview = async () => {
      const id = await paid('card', 'usd', '4000000000009235');
      const charge = await chargeOf(id);
      const intent = await stripe.paymentIntents.retrieve(charge.payment_intent as string);
      expect(intent).toMatchObject({ status: 'succeeded', review: charge.review });
      expect(charge.outcome).toMatchObject({ risk_level: 'elevated', type: 'manual_review' });
      return { id, reviewId: charge.review as string };
    };

    it('is opened by the card and approved', async () => {
      const { reviewId } = await inReview();
      expect((await stripe.reviews.list()).data).toMatchObject([{ id: reviewId, open: true }]);
      expect(await stripe.reviews.approve(reviewId)).toMatchObject({
        open: false,
        closed_reason: 'approved',
      });
      expect(await eventsOf(reviewId)).toEqual(['review.opened', 'review.closed']);
      expect((await stripe.reviews.list()).data).toEqual([]);
      expect(await refusalOf(stripe.reviews.approve(reviewId))).toMatchObject({ statusCode: 400 });
    });

    it.each([
      ['refund', 'refunded'],
      ['refund-as-fraud', 'refunded_as_fraud'],
    ])('is closed by %s', async (path, reason) => {
      const { id, reviewId } = await inReview();
      expect(await act(`reviews/${reviewId}/${path}`)).toMatchObject({ closed_reason: reason });
      expect((await chargeOf(id)).refunded).toBe(true);
    });

    it('is closed by a dispute', async () => {
      const { id, reviewId } = await inReview();
      await act(`sessions/${id}/dispute`);
      expect(await stripe.reviews.retrieve(reviewId)).toMatchObject({ closed_reason: 'disputed' });
    });
  });

  describe('an early fraud warning', () => {
    it('is sent for a payment, until it is refunded', async () => {
      const id = await paid('card', 'usd');
      const charge = await chargeOf(id);
      const warning = await act(`sessions/${id}/fraud-warning`);
      const { data } = await stripe.radar.earlyFraudWarnings.list({ charge: charge.id });
      expect(data).toMatchObject([{ id: warning['id'], actionable: true, charge: charge.id }]);
      await refund(id);
      expect(await stripe.radar.earlyFraudWarnings.retrieve(String(warning['id']))).toMatchObject({
        actionable: false,
      });
      expect(await eventsOf(String(warning['id']))).toEqual([
        'radar.early_fraud_warning.created',
        'radar.early_fraud_warning.updated',
      ]);
    });

    it('comes with the card', async () => {
      const charge = await chargeOf(await paid('card', 'usd', '4000000000005423'));
      const { data } = await stripe.radar.earlyFraudWarnings.list({ charge: charge.id });
      expect(data).toHaveLength(1);
    });
  });

  describe('a dispute', () => {
    const dispute = (id: string, body: object = {}) => act(`sessions/${id}/dispute`, body);

    it('may be an inquiry that is closed', async () => {
      const id = await paid('card', 'usd');
      const inquiry = await dispute(id, { status: 'warning_needs_response' });
      const disputeId = String(inquiry['id']);
      expect(inquiry).toMatchObject({ status: 'warning_needs_response', balance_transactions: [] });
      expect(await act(`disputes/${disputeId}/close`, { outcome: 'warning_closed' })).toMatchObject(
        { status: 'warning_closed' },
      );
      expect(await eventsOf(disputeId)).toEqual([
        'charge.dispute.created',
        'charge.dispute.closed',
      ]);
      expect((await refund(id)).status).toBe('succeeded');
    });

    it('may be an inquiry that escalates, and then takes the money', async () => {
      const id = await paid('card', 'usd', '4000000000001976');
      const { data } = await stripe.disputes.list();
      const disputeId = data[0]?.id ?? '';
      expect(await act(`disputes/${disputeId}/escalate`)).toMatchObject({
        status: 'needs_response',
        payment_method_details: { card: { case_type: 'chargeback' } },
        balance_transactions: [{ amount: -2000 }],
      });
      expect(await refusalOf(refund(id))).toMatchObject({ code: 'charge_disputed' });
      await act(`disputes/${disputeId}/close`, { outcome: 'won' });
      expect(await eventsOf(disputeId)).toEqual([
        'charge.dispute.created',
        'charge.dispute.updated',
        'charge.dispute.funds_withdrawn',
        'charge.dispute.closed',
        'charge.dispute.funds_reinstated',
      ]);
    });

    it.each([
      ['won', ['charge.dispute.closed', 'charge.dispute.funds_reinstated'], [-2000, 2000]],
      ['lost', ['charge.dispute.closed'], [-2000]],
    ])('has a deadline, is answered, and %s', async (outcome, types, amounts) => {
      const opened = await dispute(await paid('card', 'usd'));
      const id = String(opened['id']);
      const due = (opened['evidence_details'] as unknown as { due_by: number }).due_by;
      expect(due * 1000 - Date.now()).toBeGreaterThan(8 * 24 * 3600 * 1000);
      expect(await act(`disputes/${id}/submit-evidence`)).toMatchObject({
        status: 'under_review',
        evidence_details: { has_evidence: true, past_due: false, submission_count: 1 },
      });
      const closed = await act(`disputes/${id}/close`, { outcome });
      expect(closed).toMatchObject({
        status: outcome,
        balance_transactions: amounts.map((amount) => ({ amount })),
      });
      expect(await eventsOf(id)).toEqual([
        'charge.dispute.created',
        'charge.dispute.funds_withdrawn',
        'charge.dispute.updated',
        ...types,
      ]);
      const late = await client.control('POST', `disputes/${id}/submit-evidence`);
      expect(late.status).toBe(400);
    });

    it('tells when its evidence came too late', async () => {
      const { id } = await dispute(await paid('card', 'usd'));
      await client.control('POST', 'clock', { offsetMs: 10 * 24 * 3600 * 1000 });
      expect(await act(`disputes/${String(id)}/submit-evidence`, { text: 'Late' })).toMatchObject({
        evidence: { uncategorized_text: 'Late' },
        evidence_details: { past_due: true },
      });
    });

    it('of a bank debit is lost from the start', async () => {
      const lost = await dispute(await paid('sepa_debit', 'eur'), { reason: 'insufficient_funds' });
      expect(lost).toMatchObject({
        status: 'lost',
        reason: 'insufficient_funds',
        evidence_details: { due_by: null },
        balance_transactions: [{ amount: -2000 }],
      });
      expect(await eventsOf(String(lost['id']))).toEqual([
        'charge.dispute.created',
        'charge.dispute.funds_withdrawn',
        'charge.dispute.closed',
      ]);
      const close = await client.control('POST', `disputes/${String(lost['id'])}/close`, {
        outcome: 'won',
      });
      expect(close.status).toBe(400);
    });
  });
});
