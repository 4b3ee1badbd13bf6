import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { merchantEventOf, merchantEventSchema } from '@shop/contract';
import type { MerchantEventType } from '@shop/contract';
import { Webhook } from 'standardwebhooks';
import { usualEngines } from '../../../../testing/engines';
import { MERCHANT_SECRET, openMerchantServer } from '../../../../testing/merchant-server';
import type { MerchantRequest, MerchantServer } from '../../../../testing/merchant-server';
import { untilDone, untilOrder } from '../../../../testing/orders';
import { Shopper, sessionIdOf } from '../../../../testing/shopper';
import { startTestApi } from '../../../../testing/start-test-api';
import type { TestApi } from '../../../../testing/start-test-api';
import { until } from '../../../../testing/until';

const OLD_SECRET = `whsec_${Buffer.from('another secret of many characters').toString('base64')}`;

describe.each(usualEngines)('events to the merchant’s system, on the %s database', (engine) => {
  let merchant: MerchantServer;
  let api: TestApi;

  beforeAll(async () => {
    merchant = await openMerchantServer();
    api = await startTestApi(engine, {
      api: {
        FULFILLMENT_WEBHOOK_URL: merchant.url,
        FULFILLMENT_WEBHOOK_SECRET: `${OLD_SECRET},${MERCHANT_SECRET}`,
      },
    });
  }, 60_000);
  afterAll(async () => {
    await api?.stop();
    await merchant.close();
  });
  beforeEach(async () => {
    merchant.answer = 204;
    await api.sandbox.reset();
  });

  async function started() {
    const { body } = await new Shopper(api).checkout();
    return sessionIdOf(body.url);
  }
  async function bought() {
    const id = await started();
    await api.sandbox.complete(id);
    return untilOrder(api, id, ({ status }) => status === 'paid');
  }
  const control = (path: string, body: object = {}) => api.sandbox.call('POST', path, body);
  const requestsOf = (number: string) =>
    merchant.requests.filter(({ event }) => event.data.orderNumber === number);
  /** Waits until the merchant has taken an event of each of these types, in this order and nothing else. */
  const untilTold = async (number: string, types: MerchantEventType[]) => {
    const requests = await until(
      () => Promise.resolve(requestsOf(number)),
      (all) => all.length >= types.length,
    );
    expect(requests.map(({ event }) => event.type)).toEqual(types);
    const sequences = requests.map(({ event }) => event.sequence);
    expect(sequences).toEqual([...new Set(sequences)].sort((a, b) => a - b));
    return requests.map(asDocumented);
  };
  const asDocumented = ({ event }: MerchantRequest) => {
    expect(merchantEventOf(event.type as MerchantEventType).parse(event)).toEqual(event);
    return merchantEventSchema.parse(event);
  };

  it('are signed with both secrets, and sent again under the same id', async () => {
    merchant.answer = 500;
    const order = await bought();
    await until(
      () => Promise.resolve(requestsOf(order.number)),
      (requests) => requests.length > 0,
    );
    merchant.answer = 204;
    await untilDone(api, order.id, ['confirmation_mail', 'merchant_notification']);

    const [first, ...others] = requestsOf(order.number);
    const last = others.at(-1);
    expect(last?.status).toBe(204);
    expect(last?.headers['webhook-id']).toBe(first?.headers['webhook-id']);
    expect(last?.body).toBe(first?.body);
    for (const secret of [OLD_SECRET, MERCHANT_SECRET]) {
      const headers = last?.headers as Record<string, string>;
      expect(new Webhook(secret).verify(last?.body ?? '', headers)).toMatchObject({
        type: 'order.paid',
        data: {
          orderNumber: order.number,
          status: 'confirmed',
          goodsDue: true,
          currency: 'usd',
          totalMinor: 2400,
          lines: [{ name: 'Stoneware mug', quantity: 1, unitAmountMinor: 2400 }],
        },
      });
    }
  });

  it('tell of a refund, and of its failure', async () => {
    const { number, stripeSessionId } = await bought();
    const { id } = (await control(`sessions/${stripeSessionId}/refund`)) as { id: string };
    await untilTold(number, ['order.paid', 'order.refunded']);
    await control(`refunds/${id}/fail`);
    const events = await untilTold(number, ['order.paid', 'order.refunded', 'order.refund_failed']);
    expect(events.map(({ data }) => data.goodsDue)).toEqual([true, false, false]);
    expect(events[1]?.data).toMatchObject({ status: 'refunded', refunds: [{ id }] });
  });

  it('tell of a dispute and of its end, and of the goods once only', async () => {
    const { number, stripeSessionId } = await bought();
    await untilTold(number, ['order.paid']);
    const { id } = (await control(`sessions/${stripeSessionId}/dispute`)) as { id: string };
    await untilTold(number, ['order.paid', 'order.disputed']);
    await control(`disputes/${id}/close`, { outcome: 'won' });
    const events = await untilTold(number, [
      'order.paid',
      'order.disputed',
      'order.dispute_closed',
    ]);
    expect(events.map(({ data }) => data.goodsDue)).toEqual([true, false, true]);
  });

  it('tell of the goods once they are due, where a dispute came first', async () => {
    merchant.answer = 503;
    const { number, stripeSessionId } = await bought();
    const { id } = (await control(`sessions/${stripeSessionId}/dispute`)) as { id: string };
    await untilOrder(api, stripeSessionId ?? '', ({ dispute }) => dispute !== null);
    const before = requestsOf(number).length;
    merchant.answer = 204;
    await until(
      () => Promise.resolve(requestsOf(number).at(-1)?.event.type),
      (type) => type === 'order.disputed',
    );
    await control(`disputes/${id}/close`, { outcome: 'won' });
    await until(
      () => Promise.resolve(requestsOf(number).at(-1)?.event.type),
      (type) => type === 'order.paid',
    );
    const taken = requestsOf(number).slice(before);
    expect(taken.map(({ event }) => event.type)).toEqual([
      'order.disputed',
      'order.dispute_closed',
      'order.paid',
    ]);
  });

  it.each([
    ['settle', 'order.paid', true],
    ['fail', 'order.payment_failed', false],
  ] as const)(
    'tell of a bank debit under way, and how it ends: %s',
    async (end, type, goodsDue) => {
      const id = await started();
      await control(`sessions/${id}/complete`, {
        method: 'us_bank_account',
        name: 'Jenny Rosen',
        email: 'jenny.rosen@example.com',
      });
      const { number } = await untilOrder(api, id, ({ status }) => status === 'processing');
      await untilTold(number, ['order.received']);
      await control(`sessions/${id}/${end}`);
      const events = await untilTold(number, ['order.received', type]);
      expect(events.map(({ data }) => data.goodsDue)).toEqual([false, goodsDue]);
    },
  );
});
