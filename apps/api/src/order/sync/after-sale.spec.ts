import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { engines } from '../../../testing/engines';
import { orderOf, untilDone, untilOrder } from '../../../testing/orders';
import { Shopper, sessionIdOf } from '../../../testing/shopper';
import { startTestApi } from '../../../testing/start-test-api';
import type { TestApi } from '../../../testing/start-test-api';

describe.each(engines)('after the sale, on the %s database', (engine) => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi(engine);
  }, 60_000);
  afterAll(() => api?.stop());
  afterEach(() => api.sandbox.reset());

  async function bought(shopper = new Shopper(api)): Promise<string> {
    const { body } = await shopper.checkout();
    const id = sessionIdOf(body.url);
    await api.sandbox.complete(id);
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
    expect(await mailsFor(order.number, /^Subject: A refund/m)).toBe(2);
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
    await untilDone(api, order.id, ['confirmation_mail', ...steps]);
    expect(await mailsFor(order.number, /^Subject: A refund/m)).toBe(2);
  });

  it('a refund that fails is put back', async () => {
    const id = await bought();
    const { id: refundId } = await refund(id);
    await untilOrder(api, id, ({ refundedMinor }) => refundedMinor === 2400);
    await api.sandbox.call('POST', `refunds/${refundId}/fail`, {});
    await untilOrder(api, id, ({ refundedMinor }) => refundedMinor === 0);
    expect((await new Shopper(api).confirmation(id)).body.state).toBe('confirmed');
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
      await untilDone(api, order.id, ['confirmation_mail']);
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
      await untilDone(api, order.id, ['payment_failed_mail']);
      expect(await mailsFor(order.number, /did not go through/)).toBe(1);
    });
  });
});
