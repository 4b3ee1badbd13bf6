import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { usualEngines } from '../../testing/engines';
import { orderOf, untilOrder } from '../../testing/orders';
import { Shopper, sessionIdOf } from '../../testing/shopper';
import { startTestApi } from '../../testing/start-test-api';
import type { TestApi } from '../../testing/start-test-api';

describe.each(usualEngines)('one payable session per cart, on the %s database', (engine) => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi(engine);
  }, 60_000);
  afterAll(() => api?.stop());

  async function changedCart(shopper: Shopper, quantity: number) {
    const { body } = await shopper.checkout({
      items: [{ priceId: await shopper.firstPrice(), quantity }],
    });
    return sessionIdOf(body.url);
  }

  it('a changed cart expires the session of the old one', async () => {
    const shopper = new Shopper(api);
    const old = await changedCart(shopper, 1);
    const other = await changedCart(new Shopper(api), 1);
    const current = await changedCart(shopper, 2);
    const statusOf = async (id: string) => (await api.stripe.checkout.sessions.retrieve(id)).status;
    expect(await statusOf(old)).toBe('expired');
    expect(await statusOf(current)).toBe('open');
    expect(await statusOf(other)).toBe('open');
    expect((await orderOf(api, old)).status).toBe('expired');
  });

  it('survives the race with its payment: each order ends as Stripe says', async () => {
    const shopper = new Shopper(api);
    for (let round = 0; round < 5; round += 1) {
      const old = await changedCart(shopper, 1);
      const [current] = await Promise.all([
        changedCart(shopper, 2),
        api.sandbox.complete(old).catch(() => undefined),
      ]);
      const { status, payment_status: paymentStatus } =
        await api.stripe.checkout.sessions.retrieve(old);
      const expected = status === 'complete' && paymentStatus === 'paid' ? 'paid' : 'expired';
      expect((await untilOrder(api, old, (order) => order.status !== 'pending')).status).toBe(
        expected,
      );
      expect((await orderOf(api, current)).status).toBe('pending');
    }
  });
});
