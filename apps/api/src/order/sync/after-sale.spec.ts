import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { deliverTo, thinEventAbout } from '../../../testing/deliver-event';
import { engines, usualEngines } from '../../../testing/engines';
import { untilHandled } from '../../../testing/handled-events';
import { orderOf, stepsOf, untilDone, untilOrder } from '../../../testing/orders';
import { Shopper, sessionIdOf } from '../../../testing/shopper';
import { startTestApi } from '../../../testing/start-test-api';
import type { TestApi } from '../../../testing/start-test-api';
import { confirmationState } from '../facts/confirmation-state';
import { isDue } from '../facts/goods-due';
import { isStillTrue } from '../fulfilment/trigger-truth';
import { ReviewService } from '../review/review.service';
import { whyNotShippable } from '../shipment/why-not-shippable';
import { OrderSyncService } from './order-sync.service';

const REFUND = { presentment: null, createdAt: '2026-11-28T12:00:00.000Z' };

describe.each(engines)('after the sale, on the %s database', (engine) => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi(engine);
  }, 60_000);
  afterAll(() => api?.stop());
  afterEach(() => api.sandbox.reset());

  async function bought(shopper = new Shopper(api), card?: string): Promise<string> {
    const { body } = await shopper.checkout();
    const id = sessionIdOf(body.url);
    await api.sandbox.complete(id, card === undefined ? {} : { card: { number: card } });
    await untilOrder(api, id, ({ status }) => status === 'paid');
    return id;
  }
  const refund = (id: string, amount?: number) =>
    api.sandbox.call('POST', `sessions/${id}/refund`, amount ? { amount } : {}) as Promise<{
      id: string;
    }>;
  const mailsFor = async (orderNumber: string, words: RegExp) =>
    (await api.mails()).filter((mail) => mail.includes(orderNumber) && words.test(mail)).length;

  it('partial refunds reach the order and the page, each with one e-mail', async () => {
    const shopper = new Shopper(api);
    const id = await bought(shopper);
    // The second refund comes while readings that the first has caused are under way.
    await api.sandbox.faults({ latencyMs: 400, path: '/v1/refunds', method: 'GET' });
    const first = await refund(id, 400);
    const order = await untilOrder(api, id, ({ refundedMinor }) => refundedMinor === 400);
    expect((await shopper.confirmation(id)).body).toMatchObject({
      state: 'partially_refunded',
      amounts: { refundedMinor: 400 },
    });
    const second = await refund(id, 2000);
    await untilOrder(api, id, ({ refundedMinor }) => refundedMinor === 2400);
    expect((await shopper.confirmation(id)).body.state).toBe('refunded');
    await api.sandbox.faults({});
    const steps = [first, second].map((one) => `refund_mail:${one.id}`);
    await untilDone(api, order.id, ['confirmation_mail', ...steps]);
    expect(await mailsFor(order.number, /^Subject: A (partial )?refund/m)).toBe(2);
    expect(await mailsFor(order.number, /^This refund: \$4\.00\r?$/m)).toBe(1);
    expect(
      await mailsFor(order.number, /^This refund: \$20\.00\r?\nRefunded in all: \$24\.00/m),
    ).toBe(1);
    expect((await orderOf(api, id)).status).toBe('paid');
  });

  it('a refund after a failed one of the same amount has an e-mail of its own', async () => {
    const id = await bought();
    const failed = await refund(id);
    const order = await untilOrder(api, id, ({ refundedMinor }) => refundedMinor === 2400);
    await untilDone(api, order.id, ['confirmation_mail', `refund_mail:${failed.id}`]);
    await api.sandbox.call('POST', `refunds/${failed.id}/fail`, {});
    await untilOrder(api, id, ({ refundedMinor }) => refundedMinor === 0);
    const again = await refund(id);
    await untilOrder(api, id, ({ refundedMinor }) => refundedMinor === 2400);
    const steps = [failed, again].map((one) => `refund_mail:${one.id}`);
    const ofFailure = `refund_failed_mail:${failed.id}`;
    await untilDone(api, order.id, ['confirmation_mail', ...steps, ofFailure]);
    expect(await mailsFor(order.number, /^Subject: A refund/m)).toBe(2);
  });

  it('goods stay due where a part of the money is refunded again after that refund failed', async () => {
    const id = await bought();
    const failed = await refund(id, 1400);
    await untilOrder(api, id, ({ refundedMinor }) => refundedMinor === 1400);
    await api.sandbox.call('POST', `refunds/${failed.id}/fail`, {});
    await untilOrder(api, id, ({ refundedMinor }) => refundedMinor === 0);
    await refund(id, 1400);
    const order = await untilOrder(api, id, ({ refundedMinor }) => refundedMinor === 1400);
    expect([isDue(order), whyNotShippable(order)]).toEqual([true, undefined]);
    expect((await new Shopper(api).confirmation(id)).body).toMatchObject({
      state: 'partially_refunded',
      shopStatus: 'preparing',
    });
  });

  it('a refund that fails is told as failed beside a later part that has arrived', async () => {
    const id = await bought();
    const first = await refund(id, 1000);
    await untilOrder(api, id, ({ refundedMinor }) => refundedMinor === 1000);
    const later = await refund(id, 500);
    const { number } = await untilOrder(api, id, ({ refundedMinor }) => refundedMinor === 1500);
    await api.sandbox.call('POST', `refunds/${first.id}/fail`, {});
    const order = await untilOrder(api, id, ({ refundedMinor }) => refundedMinor === 500);
    expect((await new Shopper(api).confirmation(id)).body.state).toBe('refund_failed');
    const steps = [first, later].map((one) => `refund_mail:${one.id}`);
    const ofFailure = `refund_failed_mail:${first.id}`;
    await untilDone(api, order.id, ['confirmation_mail', ...steps, ofFailure]);
    expect(await mailsFor(number, /Our refund of \$10\.00 could not be paid out/)).toBe(1);
    // It is given again: that is told, and the failure no more.
    await refund(id, 1000);
    await untilOrder(api, id, ({ refundedMinor }) => refundedMinor === 1500);
    expect((await new Shopper(api).confirmation(id)).body.state).toBe('partially_refunded');
  });

  it.each([
    ['a failed one alone', ['failed 2400'], false, ['re_0']],
    ['two tries that failed', ['failed 1400', 'failed 1400'], true, ['re_0', 're_1']],
    ['a third try that arrives', ['failed 1400', 'failed 1400', 'succeeded 1400'], true, []],
    ['a part of what failed made again', ['failed 2400', 'succeeded 1400'], false, ['re_0']],
    ['a part of it on its way', ['failed 2400', 'pending 1400'], false, ['re_0']],
    ['all of it made again, in parts', ['failed 1000', 'succeeded 400', 'pending 600'], true, []],
    ['the less of two made again', ['failed 1000', 'failed 400', 'succeeded 400'], true, ['re_0']],
    ['a later one that failed', ['succeeded 1400', 'failed 1000'], false, ['re_1']],
  ])('of refunds, %s: whether goods are due, and which failed', async (_, refunds, due, failed) => {
    const bare = await orderOf(api, await bought());
    const made = refunds.map((one, at) => {
      const [status = '', amount] = one.split(' ');
      return { ...REFUND, id: `re_${at}`, status: status as 'failed', amountMinor: Number(amount) };
    });
    const order = { ...bare, refunds: made };
    expect(isDue(order)).toBe(due);
    const told = made.filter(({ id }) => isStillTrue('refund_failed', id, order));
    expect(told.map(({ id }) => id)).toEqual(failed);
    expect(confirmationState(order) === 'refund_failed').toBe(failed.length > 0);
  });

  it('a refund that fails is told as failed, on the page and by e-mail', async () => {
    const id = await bought();
    const { id: refundId } = await refund(id);
    await untilOrder(api, id, ({ refundedMinor }) => refundedMinor === 2400);
    await api.sandbox.call('POST', `refunds/${refundId}/fail`, {});
    const order = await untilOrder(api, id, ({ refundedMinor }) => refundedMinor === 0);
    expect((await new Shopper(api).confirmation(id)).body.state).toBe('refund_failed');
    const steps = [`refund_mail:${refundId}`, `refund_failed_mail:${refundId}`];
    await untilDone(api, order.id, ['confirmation_mail', ...steps]);
    expect(await mailsFor(order.number, /^Subject: The refund .* failed/m)).toBe(1);
  });

  it('a refund on its way is told as that until it has arrived', async () => {
    const id = await bought(new Shopper(api), '4000000000007726');
    const { id: refundId } = await refund(id);
    const order = await untilOrder(api, id, ({ refunds }) => refunds.length > 0);
    expect(order).toMatchObject({ refundedMinor: 0, watched: true });
    expect((await new Shopper(api).confirmation(id)).body).toMatchObject({
      state: 'refund_pending',
      refunds: [{ amountMinor: 2400, status: 'pending' }],
    });
    await untilDone(api, order.id, ['confirmation_mail', `refund_pending_mail:${refundId}`]);
    await api.sandbox.call('POST', `refunds/${refundId}/succeed`, {});
    await untilOrder(api, id, ({ refundedMinor }) => refundedMinor === 2400);
    expect((await new Shopper(api).confirmation(id)).body.state).toBe('refunded');
  });

  it('a dispute that is lost is told as taken back', async () => {
    const id = await bought();
    const { id: disputeId } = (await api.sandbox.call('POST', `sessions/${id}/dispute`, {})) as {
      id: string;
    };
    await untilOrder(api, id, ({ disputedAt }) => disputedAt !== null);
    await api.sandbox.call('POST', `disputes/${disputeId}/close`, { outcome: 'lost' });
    await untilOrder(api, id, ({ dispute }) => dispute?.status === 'lost');
    expect((await new Shopper(api).confirmation(id)).body).toMatchObject({
      state: 'dispute_lost',
      dispute: 'lost',
    });
  });

  it('an inquiry leaves the page as it is', async () => {
    const id = await bought();
    await api.sandbox.call('POST', `sessions/${id}/dispute`, { status: 'warning_needs_response' });
    await untilOrder(api, id, ({ dispute }) => dispute !== null);
    expect((await new Shopper(api).confirmation(id)).body).toMatchObject({
      state: 'confirmed',
      dispute: null,
    });
  });

  it('a refund beside a dispute is shown beside it', async () => {
    const id = await bought();
    await refund(id, 400);
    await untilOrder(api, id, ({ refundedMinor }) => refundedMinor === 400);
    await api.sandbox.call('POST', `sessions/${id}/dispute`, { amount: 2000 });
    await untilOrder(api, id, ({ disputedAt }) => disputedAt !== null);
    expect((await new Shopper(api).confirmation(id)).body).toMatchObject({
      state: 'disputed',
      dispute: 'open',
      refunds: [{ amountMinor: 400, status: 'succeeded' }],
    });
  });

  it('a refund made before the payment was heard of: told as refunded, nothing is sent', async () => {
    await api.sandbox.settings({ waitForWebhook: false });
    await api.sandbox.switches({ drop: true });
    const id = sessionIdOf((await new Shopper(api).checkout()).body.url);
    await api.sandbox.complete(id);
    const { id: refundId } = await refund(id);
    const sync = api.app.get(OrderSyncService, { strict: false });
    await sync.sync(id, 'sweep');
    const order = await orderOf(api, id);
    expect(order).toMatchObject({ status: 'paid', releasedAt: null });
    await untilDone(api, order.id, [`refund_mail:${refundId}`]);
    expect((await new Shopper(api).confirmation(id)).body.state).toBe('refunded');
  });

  it('a payment under review waits, and goes out when it is approved', async () => {
    const { body } = await new Shopper(api).checkout();
    const id = sessionIdOf(body.url);
    await api.sandbox.complete(id, { card: { number: '4000000000009235' } });
    const waiting = await untilOrder(api, id, ({ status }) => status === 'processing');
    // Only a review that takes long is told of.
    expect(await stepsOf(api, waiting.id)).toMatchObject([
      { step: 'under_review_mail:v1', doneAt: null },
    ]);
    expect((await new Shopper(api).confirmation(id)).body.state).toBe('payment_review');
    const { data } = await api.stripe.reviews.list();
    await api.stripe.reviews.approve(data[0]?.id ?? '');
    const order = await untilOrder(api, id, ({ status }) => status === 'paid');
    await untilDone(api, order.id, ['confirmation_mail']);
  });

  it('a payment that is disputed while Radar reviews it waits for a person, also once that is won', async () => {
    const shopper = new Shopper(api);
    const { body } = await shopper.checkout();
    const id = sessionIdOf(body.url);
    await api.sandbox.complete(id, { card: { number: '4000000000009235' } });
    await untilOrder(api, id, ({ status }) => status === 'processing');
    const dispute = (await api.sandbox.call('POST', `sessions/${id}/dispute`, {})) as {
      id: string;
    };
    const held = await untilOrder(api, id, ({ disputedAt }) => disputedAt !== null);
    expect(held).toMatchObject({ status: 'needs_review', releasedAt: null });
    expect((await shopper.confirmation(id)).body.state).toBe('under_review');
    await api.sandbox.call('POST', `disputes/${dispute.id}/close`, { outcome: 'won' });
    await untilOrder(api, id, ({ disputedAt }) => disputedAt === null);
    expect((await shopper.confirmation(id)).body.state).toBe('under_review');
    await api.app.get(ReviewService).resolve(held.id, 'paid', 'the bank has decided for us');
    await untilDone(api, held.id, ['confirmation_mail']);
    expect((await shopper.confirmation(id)).body.state).toBe('confirmed');
  });

  it('a key that may not read refunds and disputes still fulfils', async () => {
    await api.sandbox.faults({ missingPermissions: ['rak_refund_read', 'rak_dispute_read'] });
    const id = await bought();
    await untilDone(api, (await orderOf(api, id)).id, ['confirmation_mail']);
  });

  it('a dispute shows while it stands, and not when it was won', async () => {
    const id = await bought();
    const dispute = (await api.sandbox.call('POST', `sessions/${id}/dispute`, {})) as {
      id: string;
    };
    await untilOrder(api, id, ({ disputedAt }) => disputedAt !== null);
    expect((await new Shopper(api).confirmation(id)).body.state).toBe('disputed');
    await api.sandbox.call('POST', `disputes/${dispute.id}/close`, { outcome: 'won' });
    await untilOrder(api, id, ({ disputedAt }) => disputedAt === null);
    expect((await new Shopper(api).confirmation(id)).body.state).toBe('confirmed');
  });

  describe('of a bank payment', () => {
    async function processing(shopper = new Shopper(api)): Promise<string> {
      const { body } = await shopper.checkout();
      const id = sessionIdOf(body.url);
      await api.sandbox.call('POST', `sessions/${id}/complete`, {
        name: 'Jenny Rosen',
        email: 'jenny.rosen@example.com',
        method: 'us_bank_account',
      });
      await untilOrder(api, id, ({ status }) => status === 'processing');
      return id;
    }

    it('that arrives days later: fulfilled then, with the news of it', async () => {
      const shopper = new Shopper(api);
      const id = await processing(shopper);
      expect((await shopper.confirmation(id)).body).toMatchObject({
        state: 'processing',
        final: false,
      });
      await api.sandbox.call('POST', `sessions/${id}/settle`, {});
      const order = await untilOrder(api, id, ({ status }) => status === 'paid');
      await untilDone(api, order.id, ['received_mail', 'confirmation_mail']);
      expect(await mailsFor(order.number, /^Subject: We have received your payment/m)).toBe(1);
      expect((await shopper.confirmation(id)).body).toMatchObject({
        state: 'confirmed',
        final: true,
      });
    });

    it('that fails: said once, and nothing is fulfilled', async () => {
      const id = await processing();
      await api.sandbox.call('POST', `sessions/${id}/fail`, {});
      const order = await untilOrder(api, id, ({ status }) => status === 'payment_failed');
      await untilDone(api, order.id, ['received_mail', 'payment_failed_mail']);
      expect(await mailsFor(order.number, /did not go through/)).toBe(1);
    });
  });
});

describe.each(usualEngines)('a warning of the card issuer, on the %s database', (engine) => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi(engine, { shop: { mail: { staff: ['anna@shop.example'] } } });
  }, 60_000);
  afterAll(() => api?.stop());
  afterEach(() => api.sandbox.reset());

  it('is told to staff once, together with the mark of it, however often it comes', async () => {
    const session = sessionIdOf((await new Shopper(api).checkout()).body.url);
    await api.sandbox.complete(session);
    const { id, number } = await untilOrder(api, session, ({ status }) => status === 'paid');
    const warning = (await api.sandbox.call('POST', `sessions/${session}/fraud-warning`, {})) as {
      id: string;
    };
    const warned = await untilOrder(api, session, ({ fraudWarnedAt }) => fraudWarnedAt !== null);
    const steps = ['confirmation_mail', 'paid_staff', 'fraud_warning_staff'];
    expect((await stepsOf(api, id)).map(({ step }) => step)).toEqual(expect.arrayContaining(steps));
    await deliverTo(api.url, thinEventAbout('v1.radar.early_fraud_warning.created', warning.id));
    await untilHandled(api);
    await untilDone(api, id, steps);
    const mails = (await api.mails()).map((mail) => mail.replace(/=\r?\n/g, ''));
    const words = `The card issuer warns of fraud in the payment of order ${number}, $24.00: refund it`;
    expect(mails.filter((mail) => mail.includes(words))).toHaveLength(1);

    expect(isStillTrue('fraud_warning', '', warned)).toBe(true);
    expect(isStillTrue('fraud_warning', '', { ...warned, refundedMinor: 2400 })).toBe(false);
    const dispute = { id: 'dp_1', status: 'needs_response', amountMinor: 2400, dueBy: null };
    expect(isStillTrue('fraud_warning', '', { ...warned, dispute })).toBe(false);
  });
});
