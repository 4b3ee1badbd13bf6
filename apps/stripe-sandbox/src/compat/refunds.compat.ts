import { describe, expect, it } from '@jest/globals';
import { refusalOf, type Target } from './target';

/** Refunds and disputes. */
export function refundsSuite(target: () => Target): void {
  const pay = (method = 'pm_card_visa') =>
    target().stripe.paymentIntents.create({
      amount: 2000,
      currency: 'usd',
      confirm: true,
      payment_method: method,
      return_url: 'https://shop.example/back',
    });

  describe('refunds', () => {
    it('give money back in parts, until nothing is left', async () => {
      const { stripe } = target();
      const { id } = await pay();
      const part = await stripe.refunds.create({
        payment_intent: id,
        amount: 500,
        reason: 'requested_by_customer',
        metadata: { ticket: '9' },
      });
      expect(part).toMatchObject({
        object: 'refund',
        amount: 500,
        payment_intent: id,
        reason: 'requested_by_customer',
        status: 'succeeded',
        metadata: { ticket: '9' },
      });
      const charge = await stripe.charges.retrieve(part.charge as string, { expand: ['refunds'] });
      expect(charge).toMatchObject({
        amount_refunded: 500,
        refunded: false,
        refunds: { object: 'list', data: [{ id: part.id }] },
      });
      expect(
        await refusalOf(stripe.refunds.create({ payment_intent: id, amount: 1501 })),
      ).toMatchObject({
        statusCode: 400,
        message: 'Refund amount ($15.01) is greater than unrefunded amount on charge ($15.00)',
      });
      const rest = await stripe.refunds.create({ charge: charge.id });
      expect(rest.amount).toBe(1500);
      expect(await stripe.charges.retrieve(charge.id)).toMatchObject({
        amount_refunded: 2000,
        refunded: true,
      });
      expect(await refusalOf(stripe.refunds.create({ charge: charge.id }))).toMatchObject({
        statusCode: 400,
        code: 'charge_already_refunded',
      });
      const listed = await stripe.refunds.list({ payment_intent: id });
      expect(listed.data.map((refund) => refund.id)).toEqual([rest.id, part.id]);
    });

    it('start as pending, and succeed before they fail, by the card', async () => {
      const { stripe } = target();
      const pending = await pay('pm_card_pendingRefund');
      expect((await stripe.refunds.create({ payment_intent: pending.id })).status).toBe('pending');
      const failing = await pay('pm_card_refundFail');
      expect((await stripe.refunds.create({ payment_intent: failing.id })).status).toBe(
        'succeeded',
      );
    });

    it('are canceled only while they wait for the customer', async () => {
      const { stripe } = target();
      const { id } = await pay();
      const refund = await stripe.refunds.create({ payment_intent: id });
      expect(await refusalOf(stripe.refunds.cancel(refund.id))).toMatchObject({ statusCode: 400 });
    });

    it('need something to refund', async () => {
      const { stripe } = target();
      expect(await refusalOf(stripe.refunds.create({}))).toMatchObject({ statusCode: 400 });
      expect(await refusalOf(stripe.refunds.create({ charge: 'ch_none' }))).toMatchObject({
        code: 'resource_missing',
        param: 'charge',
      });
      expect(await refusalOf(stripe.refunds.retrieve('re_none'))).toMatchObject({
        statusCode: 404,
      });
    });
  });

  describe('disputes', () => {
    it('take the money back, and give it again when won', async () => {
      const { stripe } = target();
      const { id, latest_charge: charge } = await pay('pm_card_createDispute');
      const {
        data: [dispute],
      } = await stripe.disputes.list({ payment_intent: id });
      expect(dispute).toMatchObject({
        object: 'dispute',
        amount: 2000,
        charge,
        reason: 'fraudulent',
        status: 'needs_response',
      });
      expect((await stripe.charges.retrieve(charge as string)).disputed).toBe(true);
      const won = await stripe.disputes.update(dispute?.id ?? '', {
        evidence: { uncategorized_text: 'winning_evidence' },
      });
      expect(['won', 'under_review']).toContain(won.status);
    });

    it('are inquiries first, which move no money', async () => {
      const { stripe } = target();
      const { id } = await pay('pm_card_createDisputeInquiry');
      const {
        data: [inquiry],
      } = await stripe.disputes.list({ payment_intent: id });
      expect(inquiry).toMatchObject({
        status: 'warning_needs_response',
        balance_transactions: [],
        is_charge_refundable: true,
        evidence_details: { due_by: expect.any(Number) },
      });
      expect(await stripe.disputes.close(inquiry?.id ?? '')).toMatchObject({
        status: 'warning_closed',
      });
    });

    it('have the reason of the card', async () => {
      const { stripe } = target();
      const { id } = await pay('pm_card_createDisputeProductNotReceived');
      const { data } = await stripe.disputes.list({ payment_intent: id });
      expect(data).toMatchObject([{ reason: 'product_not_received' }]);
    });

    it('are given up', async () => {
      const { stripe } = target();
      const { id } = await pay('pm_card_createDispute');
      const {
        data: [dispute],
      } = await stripe.disputes.list({ payment_intent: id });
      expect(await stripe.disputes.close(dispute?.id ?? '')).toMatchObject({ status: 'lost' });
    });
  });
}
