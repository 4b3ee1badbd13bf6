import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { engines } from '../../../testing/engines';
import { heldOf, untilOrder } from '../../../testing/orders';
import { untilTaken } from '../../../testing/until';
import { Shopper, sessionIdOf } from '../../../testing/shopper';
import { startTestApi } from '../../../testing/start-test-api';
import type { TestApi } from '../../../testing/start-test-api';

describe.each(engines)('stock, on the %s database', (engine) => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi(engine);
  }, 60_000);
  afterAll(() => api?.stop());

  /** A product of which there are so many. */
  async function product(stock: number): Promise<{ id: string; priceId: string }> {
    const { id } = await api.stripe.products.create({
      name: `One of ${stock}`,
      metadata: { stock: String(stock) },
    });
    const price = await api.stripe.prices.create({
      product: id,
      currency: 'usd',
      unit_amount: 1000,
    });
    return { id, priceId: price.id };
  }
  const take = (priceId: string, quantity = 1, shopper = new Shopper(api)) =>
    shopper.checkout({ items: [{ priceId, quantity }] });

  it('sells the last one once to fifty shoppers at the same moment', async () => {
    const { id, priceId } = await product(1);
    const items = [{ priceId, quantity: 1 }];
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => {
        const [shopper, key] = [new Shopper(api), randomUUID()];
        return untilTaken(() => shopper.checkout({ key, items }));
      }),
    );
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 201)).toHaveLength(1);
    const refused = answers.filter(({ status }) => status !== 201);
    expect(new Set(refused.map(({ status, body }) => `${status} ${body.code}`))).toEqual(
      new Set(['409 OUT_OF_STOCK']),
    );
    expect(await heldOf(api, id)).toBe(1);
  });

  it('is reserved by a checkout, given back when it expires, and taken when it is paid', async () => {
    const { id, priceId } = await product(2);
    const first = await take(priceId, 2);
    expect((await take(priceId)).body.code).toBe('OUT_OF_STOCK');
    await api.stripe.checkout.sessions.expire(sessionIdOf(first.body.url));
    await untilOrder(api, sessionIdOf(first.body.url), ({ status }) => status === 'expired');
    expect(await heldOf(api, id)).toBe(0);

    const second = await take(priceId, 2);
    await api.sandbox.complete(sessionIdOf(second.body.url));
    await untilOrder(api, sessionIdOf(second.body.url), ({ status }) => status === 'paid');
    expect(await heldOf(api, id)).toBe(2);
  });

  it('that is gone is shown as sold out', async () => {
    const { id, priceId } = await product(1);
    await take(priceId);
    const { body } = await new Shopper(api).products();
    expect(body.products.find((one) => one.id === id)).toMatchObject({ soldOut: true });
    expect(body.products.filter(({ soldOut }) => !soldOut).length).toBeGreaterThanOrEqual(9);
  });

  it('names the line of the cart there is not enough of', async () => {
    const { priceId } = await product(1);
    const shopper = new Shopper(api);
    const { body } = await shopper.checkout({
      items: [
        { priceId: await shopper.firstPrice(), quantity: 1 },
        { priceId, quantity: 2 },
      ],
    });
    expect(body.errors).toEqual([
      { path: 'items.1.quantity', message: 'is more than there is left' },
    ]);
  });
});
