import { Logger } from '@nestjs/common';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import Stripe from 'stripe';
import { usualEngines } from '../../../testing/engines';
import { orderOf, untilDone, untilOrder } from '../../../testing/orders';
import { Shopper, sessionIdOf } from '../../../testing/shopper';
import { startTestApi } from '../../../testing/start-test-api';
import type { TestApi } from '../../../testing/start-test-api';
import { OrderSyncService, SessionUnknownError } from './order-sync.service';

const missing = () =>
  new Stripe.errors.StripeInvalidRequestError({
    type: 'invalid_request_error',
    code: 'resource_missing',
    message: 'No such object',
  });

/** The readings that follow the session's own, and what makes an order need each. */
const furtherReadings = {
  'the refunds': {
    of: (stripe: Stripe) => jest.spyOn(stripe.refunds, 'list'),
    happens: 'refund',
  },
  'the disputes': {
    of: (stripe: Stripe) => jest.spyOn(stripe.disputes, 'list'),
    happens: 'dispute',
  },
  'the payment of an invoice': {
    of: (stripe: Stripe) => jest.spyOn(stripe.invoicePayments, 'list'),
    happens: undefined,
  },
} as const;

describe.each(usualEngines)('an object that Stripe does not know, on the %s database', (engine) => {
  const error = jest.spyOn(Logger.prototype, 'error');
  let api: TestApi;
  let stripe: Stripe;
  beforeAll(async () => {
    api = await startTestApi(engine);
    stripe = api.app.get(Stripe, { strict: false });
  }, 60_000);
  afterEach(() => api.sandbox.reset());
  afterAll(() => api?.stop());

  const sync = (id: string) =>
    api.app.get(OrderSyncService, { strict: false }).sync(id, 'command', true);
  async function bought(isSubscription = false): Promise<string> {
    const shopper = new Shopper(api);
    const { products } = (await shopper.products()).body;
    const product = products.find(({ price }) => (price.recurring !== null) === isSubscription);
    const items = [{ priceId: product?.price.id, quantity: 1 }];
    const id = sessionIdOf((await shopper.checkout({ items })).body.url);
    await api.sandbox.complete(id);
    const order = await untilOrder(api, id, ({ status }) => status === 'paid');
    await untilDone(api, order.id, ['confirmation_mail']);
    return id;
  }
  const knownOf = async (id: string) => {
    const { status, refunds, refundedMinor, dispute } = await orderOf(api, id);
    return { status, refunds, refundedMinor, dispute };
  };
  const alerts = (words: RegExp) =>
    error.mock.calls.filter(([fields]) => words.test(JSON.stringify(fields)));

  it.each(Object.keys(furtherReadings) as (keyof typeof furtherReadings)[])(
    'is not its session where it is %s: nothing changes, and it is read again',
    async (reading) => {
      const { of, happens } = furtherReadings[reading];
      const id = await bought(reading === 'the payment of an invoice');
      await api.sandbox.switches({ drop: true });
      if (happens) await api.sandbox.call('POST', `sessions/${id}/${happens}`, {});
      const before = await knownOf(id);
      // Not once: a late event of the payment may be read at the same time.
      const spy = of(stripe).mockRejectedValue(missing());
      error.mockClear();
      await expect(sync(id)).rejects.toMatchObject({ code: 'resource_missing' });
      expect(await knownOf(id)).toEqual(before);
      expect(alerts(/does not know its session/)).toEqual([]);
      spy.mockRestore();
      expect(await sync(id)).toBe('synced');
      const { refundedMinor, disputedAt } = await orderOf(api, id);
      if (happens === 'refund') expect(refundedMinor).toBe(2400);
      if (happens === 'dispute') expect(disputedAt).not.toBeNull();
    },
  );

  it('is not its session where it is the account: the shopper keeps the name that was typed', async () => {
    await api.sandbox.settings({ customers: 'accounts_v2' });
    const spy = jest.spyOn(stripe.v2.core.accounts, 'retrieve').mockRejectedValue(missing());
    const id = await bought();
    expect(spy).toHaveBeenCalled();
    spy.mockRestore();
    expect((await orderOf(api, id)).customerName).toBe('Jenny Rosen');
  });

  it('is an error of its own where it is the session itself, which changes nothing', async () => {
    const id = await bought();
    const spy = jest.spyOn(stripe.checkout.sessions, 'retrieve').mockRejectedValue(missing());
    await expect(sync(id)).rejects.toBeInstanceOf(SessionUnknownError);
    spy.mockRestore();
    expect((await orderOf(api, id)).status).toBe('paid');
  });
});
