import { Logger } from '@nestjs/common';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { usualEngines } from '../../../testing/engines';
import { Shopper } from '../../../testing/shopper';
import { startTestApi } from '../../../testing/start-test-api';
import type { TestApi } from '../../../testing/start-test-api';

describe.each(usualEngines)('a stock that is no number, on the %s database', (engine) => {
  let api: TestApi;
  const warn = jest.spyOn(Logger.prototype, 'warn');
  beforeAll(async () => {
    api = await startTestApi(engine);
  }, 60_000);
  afterAll(() => api?.stop());
  beforeEach(() => void warn.mockClear());

  async function product(stock: string) {
    const { id } = await api.stripe.products.create({ name: 'Counted', metadata: { stock } });
    const params = { product: id, currency: 'usd', unit_amount: 1000 };
    return { id, priceId: (await api.stripe.prices.create(params)).id };
  }
  const setStock = (id: string, stock: string) =>
    api.stripe.products.update(id, { metadata: { stock } });
  const checkout = (priceId: string) =>
    new Shopper(api).checkout({ items: [{ priceId, quantity: 1 }] });
  /** Makes the API read the list of products again. */
  const readAgain = () => checkout('price_unknown');
  const isListed = async (id: string) =>
    (await new Shopper(api).products()).body.products.some((one) => one.id === id);
  const warnings = (id: string) =>
    warn.mock.calls
      .map(([fields]) => fields as { product?: string; reason?: string; alert?: boolean })
      .filter(({ product: named }) => named === id);

  it('keeps its product from being sold, and one warning names product and value', async () => {
    const stocks = ['1,000', '-1', 'ten', '1e3', '4.5', '9'.repeat(500)];
    const products = [];
    for (const stock of stocks) products.push({ stock, ...(await product(stock)) });
    const { status, body } = await new Shopper(api).checkout({
      items: products.map(({ priceId }) => ({ priceId, quantity: 1 })),
    });
    expect([status, body.code]).toEqual([400, 'PRICE_NOT_AVAILABLE']);
    expect(body.errors).toEqual(
      stocks.map((_, index) => ({ path: `items.${index}.priceId`, message: 'is not for sale' })),
    );
    await readAgain();
    for (const { id, stock } of products) {
      expect(await isListed(id)).toBe(false);
      const shown = stock.length > 40 ? `${stock.slice(0, 40)}…` : stock;
      const reason = expect.stringContaining(JSON.stringify(shown));
      expect(warnings(id)).toEqual([{ alert: true, product: id, reason }]);
    }
  });

  it('is told again when it becomes another one, and sold when it is mended', async () => {
    const { id, priceId } = await product('two');
    await readAgain();
    await setStock(id, '2,0');
    await readAgain();
    expect(warnings(id).map(({ reason }) => /is (".*?")/.exec(reason ?? '')?.[1])).toEqual([
      '"two"',
      '"2,0"',
    ]);
    await setStock(id, ' 2 ');
    expect((await checkout(priceId)).status).toBe(201);
    expect(warnings(id)).toHaveLength(2);
    await setStock(id, '2,0');
    await readAgain();
    expect(warnings(id)).toHaveLength(3);
    expect((await checkout(priceId)).body.code).toBe('PRICE_NOT_AVAILABLE');
  });
});
