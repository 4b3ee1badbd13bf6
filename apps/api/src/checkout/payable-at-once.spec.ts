import { Logger } from '@nestjs/common';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type Stripe from 'stripe';
import { usualEngines } from '../../testing/engines';
import { Shopper, sessionIdOf } from '../../testing/shopper';
import { startTestApi } from '../../testing/start-test-api';
import type { TestApi } from '../../testing/start-test-api';
import { orders } from '../database/schema/tables';

type Recurring = Stripe.PriceCreateParams.Recurring;

const MONTHLY: Recurring = { interval: 'month' };
const YEARLY: Recurring = { interval: 'year' };

/** Articles that are bought once: the last eight are offered on the payment page. */
const ARTICLES = Array.from({ length: 30 }, (_, index) => `article ${index}`);
const OFFERED = ARTICLES.slice(22);

describe.each(usualEngines)('a cart with a subscription, on the %s database', (engine) => {
  let api: TestApi;
  const price: Record<string, string> = {};
  const errors = jest.spyOn(Logger.prototype, 'error');

  async function sell(stripe: Stripe, name: string, recurring?: Recurring) {
    const { id } = await stripe.prices.create({
      currency: 'usd',
      unit_amount: 900,
      product_data: { name },
      ...(recurring && { recurring }),
    });
    price[name] = id;
  }
  const idOf = (name: string) => price[name] ?? '';

  beforeAll(async () => {
    api = await startTestApi(engine, {
      shop: async (stripe) => {
        await sell(stripe, 'mug');
        await sell(stripe, 'tea each month', MONTHLY);
        await sell(stripe, 'tea each year', YEARLY);
        await sell(stripe, 'tea each quarter', { interval: 'month', interval_count: 3 });
        await sell(stripe, 'milk each month', MONTHLY);
        await sell(stripe, 'milk each year', YEARLY);
        for (const name of ARTICLES) await sell(stripe, name);
        const optional = [...OFFERED, 'milk each month', 'milk each year'];
        return { checkout: { optionalItems: optional.map(idOf) } };
      },
    });
  }, 60_000);
  afterAll(() => api?.stop());
  beforeEach(() => void errors.mockClear());

  const checkout = (names: string[], shopper = new Shopper(api)) =>
    shopper.checkout({ items: names.map((name) => ({ priceId: idOf(name), quantity: 1 })) });
  const sessionOf = async (names: string[], shopper?: Shopper) => {
    const { status, body } = await checkout(names, shopper);
    expect([status, body.code]).toEqual([201, undefined]);
    return api.stripe.checkout.sessions.retrieve(sessionIdOf(body.url));
  };
  const offeredIn = ({ optional_items: offered }: Stripe.Checkout.Session) =>
    (offered ?? []).map((item) => item.price);
  const alerts = () =>
    errors.mock.calls.filter(([fields]) => (fields as { alert?: boolean }).alert);
  const ordersNow = () => api.database.queries.$count(orders);

  it('that renews at several intervals is refused before an order is made, and nobody is alerted', async () => {
    const shopper = new Shopper(api);
    const { id } = await sessionOf(['mug'], shopper);
    const before = await ordersNow();
    const { status, body } = await checkout(
      ['mug', 'tea each month', 'tea each year', 'milk each month', 'tea each quarter'],
      shopper,
    );
    expect([status, body.code]).toEqual([422, 'CART_NOT_PAYABLE_AT_ONCE']);
    expect(body.errors?.map(({ path }) => path)).toEqual(['items.2.priceId', 'items.4.priceId']);
    expect(await ordersNow()).toBe(before);
    expect(alerts()).toEqual([]);
    // What the browser could pay before can still be paid.
    expect((await api.stripe.checkout.sessions.retrieve(id)).status).toBe('open');
  });

  it('that renews at one interval is paid for at once, with what is bought once', async () => {
    const { mode, amount_total: total } = await sessionOf([
      'mug',
      'tea each month',
      'milk each month',
    ]);
    expect({ mode, total }).toEqual({ mode: 'subscription', total: 2700 });
  });

  it('is offered what renews at its own interval, and nothing that renews at another', async () => {
    const offered = OFFERED.map(idOf);
    const [monthly, yearly] = ['milk each month', 'milk each year'].map(idOf);
    expect(offeredIn(await sessionOf(['tea each month']))).toEqual([...offered, monthly]);
    expect(offeredIn(await sessionOf(['tea each year', 'mug']))).toEqual([...offered, yearly]);
    expect(offeredIn(await sessionOf(['tea each quarter']))).toEqual(offered);
    expect(offeredIn(await sessionOf(['mug']))).toEqual(offered);
  });

  it('takes twenty articles beside it and offers as many as fit, which a cart without one need not', async () => {
    const [offered, monthly] = [OFFERED.map(idOf), idOf('milk each month')];
    const withTea = (count: number) => ['tea each month', ...ARTICLES.slice(0, count)];
    expect(offeredIn(await sessionOf(withTea(15)))).toEqual([...offered.slice(0, 5), monthly]);
    expect(offeredIn(await sessionOf(withTea(20)))).toEqual([monthly]);
    const before = await ordersNow();
    const { status, body } = await checkout(withTea(22));
    expect([status, body.code]).toEqual([422, 'CART_NOT_PAYABLE_AT_ONCE']);
    expect(body.errors?.map(({ path }) => path)).toEqual(['items.21.priceId', 'items.22.priceId']);
    expect(await ordersNow()).toBe(before);
    expect(alerts()).toEqual([]);
    expect(offeredIn(await sessionOf(ARTICLES.slice(0, 22)))).toEqual(offered);
  });
});
