import { Logger } from '@nestjs/common';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { usualEngines } from '../../../testing/engines';
import { Shopper } from '../../../testing/shopper';
import { startTestApi } from '../../../testing/start-test-api';
import type { TestApi } from '../../../testing/start-test-api';
import { MAX_PRICES } from './read-prices';

const AT_ONCE = 50;

describe.each(usualEngines)('more prices than are for sale, on the %s database', (engine) => {
  let api: TestApi;
  const warn = jest.spyOn(Logger.prototype, 'warn');
  beforeAll(async () => {
    api = await startTestApi(engine);
    // Nobody here needs to hear of each price.
    await api.sandbox.switches({ drop: true });
  }, 60_000);
  afterAll(() => api?.stop());
  beforeEach(() => void warn.mockClear());

  /** Makes the API read the list of products again. */
  const readAgain = () =>
    new Shopper(api).checkout({ items: [{ priceId: 'price_unknown', quantity: 1 }] });
  const isListed = async (name: string) =>
    (await new Shopper(api).products()).body.products.some((one) => one.name === name);
  const warnings = () =>
    warn.mock.calls.flatMap(([fields, words]: unknown[]) =>
      words === 'products are not for sale' ? [fields] : [],
    );
  async function makePrices(count: number): Promise<string[]> {
    const { id: product } = await api.stripe.products.create({ name: 'Sticker' });
    const params = { product, currency: 'usd', unit_amount: 100 };
    const ids: string[] = [];
    while (ids.length < count) {
      const some = Array.from({ length: Math.min(AT_ONCE, count - ids.length) }, () =>
        api.stripe.prices.create(params),
      );
      ids.push(...(await Promise.all(some)).map(({ id }) => id));
    }
    return ids;
  }

  it('leave out the oldest, say so once, and are all for sale again when some are archived', async () => {
    const ids = await makePrices(MAX_PRICES);
    await readAgain();
    await readAgain();
    expect([await isListed('Sticker'), await isListed('Stoneware mug')]).toEqual([true, false]);
    const reason = expect.stringMatching(/more than 1000 active prices.*archive prices/);
    expect(warnings()).toEqual([{ alert: true, reason }]);

    for (const id of ids.slice(0, AT_ONCE)) await api.stripe.prices.update(id, { active: false });
    await readAgain();
    expect([await isListed('Sticker'), await isListed('Stoneware mug')]).toEqual([true, true]);
    expect(warnings()).toHaveLength(1);
  });
});
