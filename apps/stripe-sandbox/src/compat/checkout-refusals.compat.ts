import { describe, expect, it } from '@jest/globals';
import type Stripe from 'stripe';
import { refusalOf, startSession, teaLine, type Target } from './target';

type SessionParams = Stripe.Checkout.SessionCreateParams;
type Recurring = Stripe.Checkout.SessionCreateParams.LineItem.PriceData.Recurring;

export function checkoutRefusalsSuite(target: () => Target): void {
  const start = (params: SessionParams = {}) => startSession(target(), params);

  describe('checkout sessions are refused', () => {
    const hour = 3600;
    const now = Math.floor(Date.now() / 1000);

    it.each<[string, SessionParams, string | undefined, string | undefined]>([
      ['without lines', { line_items: [] }, undefined, undefined],
      [
        'with an unknown price',
        { line_items: [{ price: 'price_none', quantity: 1 }] },
        'resource_missing',
        'line_items[0][price]',
      ],
      ['without a quantity', { line_items: [withoutQuantity()] }, 'parameter_missing', undefined],
      [
        'with a quantity of 1.5',
        { line_items: [teaLine(100, 1.5)] },
        'parameter_invalid_integer',
        'line_items[0][quantity]',
      ],
      ['below the least amount', { line_items: [teaLine(49, 1)] }, 'amount_too_small', undefined],
      [
        'above the largest amount',
        { line_items: [teaLine(50_000_000, 2)] },
        'amount_too_large',
        undefined,
      ],
      ['with an unknown mode', { mode: 'gift' }, undefined, 'mode'],
      ['in an unknown currency', { currency: 'zzz' }, undefined, 'currency'],
      ['ending too soon', { expires_at: now + hour / 4 }, undefined, 'expires_at'],
      ['ending too late', { expires_at: now + 25 * hour }, undefined, 'expires_at'],
      ['for an unknown customer', { customer: 'cus_none' }, 'resource_missing', 'customer'],
      ['with a URL that is none', { success_url: 'shop' }, 'url_invalid', 'success_url'],
      [
        'with a recurring price in payment mode',
        { line_items: [recurringLine()] },
        undefined,
        undefined,
      ],
      ['with a long reference', { client_reference_id: 'x'.repeat(201) }, undefined, undefined],
    ])('%s', async (_why, params, code, param) => {
      const refusal = await refusalOf(start(params));
      expect(refusal).toMatchObject({ statusCode: 400, rawType: 'invalid_request_error' });
      if (code !== undefined) expect(refusal.code).toBe(code);
      if (param !== undefined) expect(refusal.param).toBe(param);
    });

    it('with an archived price', async () => {
      const { stripe } = target();
      const { id } = await stripe.prices.create({
        active: false,
        currency: 'usd',
        unit_amount: 500,
        product_data: { name: 'Tea' },
      });
      const refusal = await refusalOf(start({ line_items: [{ price: id, quantity: 1 }] }));
      expect(refusal).toMatchObject({ statusCode: 400, param: 'line_items[0][price]' });
    });

    it.each<[string, Recurring]>([
      ['another interval', { interval: 'year' }],
      ['another number of intervals', { interval: 'month', interval_count: 3 }],
    ])('with subscriptions of %s', async (_what, other) => {
      const lines = [recurringLine(), teaLine(), recurringLine(other)];
      expect(await refusalOf(start({ mode: 'subscription', line_items: lines }))).toMatchObject({
        statusCode: 400,
        message: expect.stringContaining(
          'does not support multiple prices with different billing intervals',
        ),
      });
    });

    it('not with subscriptions of one interval', async () => {
      const lines = [recurringLine(), teaLine(), recurringLine({ interval: 'month' })];
      expect(await start({ mode: 'subscription', line_items: lines })).toMatchObject({
        status: 'open',
      });
    });

    it('not for a subscription that says what its button does', async () => {
      const session = await start({
        mode: 'subscription',
        line_items: [recurringLine()],
        submit_type: 'subscribe',
      });
      expect(session.submit_type).toBe('subscribe');
    });

    it.each<[string, Recurring | undefined]>([
      ['one-time', undefined],
      ['recurring', { interval: 'month' }],
    ])('with more than 20 %s prices, those among optional items included', async (_kind, again) => {
      const { id: price } = await target().stripe.prices.create({
        currency: 'usd',
        product_data: { name: 'Tea' },
        unit_amount: 500,
        ...(again && { recurring: again }),
      });
      const line = () => (again ? recurringLine(again) : teaLine());
      const subscription = (lines: number, optional: number) =>
        start({
          mode: 'subscription',
          line_items: [recurringLine(), ...Array.from({ length: lines }, line)],
          ...(optional > 0 && { optional_items: [{ price, quantity: 1 }] }),
        });
      const most = again ? 19 : 20;
      for (const [lines, optional] of [
        [most + 1, 0],
        [most, 1],
      ] as const)
        expect(await refusalOf(subscription(lines, optional))).toMatchObject({ statusCode: 400 });
      expect(await subscription(most - 1, 1)).toMatchObject({ status: 'open' });
    });

    it('with automatic tax for a customer whose address nobody knows', async () => {
      const { id: customer } = await target().stripe.customers.create({ name: 'Jenny Rosen' });
      const refusal = await refusalOf(start({ automatic_tax: { enabled: true }, customer }));
      expect(refusal).toMatchObject({ statusCode: 400, code: 'customer_tax_location_invalid' });
      expect(refusal.param).toBeUndefined();
    });

    it('in a currency that the price does not have', async () => {
      const { id: price } = await target().stripe.prices.create({
        currency: 'usd',
        product_data: { name: 'Tea' },
        unit_amount: 500,
      });
      const startIn = (currency: string) =>
        start({ currency, line_items: [{ price, quantity: 1 }] });
      expect(await refusalOf(startIn('eur'))).toMatchObject({
        statusCode: 400,
        message: expect.stringContaining('expected currency of `eur`'),
      });
      expect(await startIn('usd')).toMatchObject({ currency: 'usd' });
    });

    it('with lines in two currencies', async () => {
      const yen = {
        price_data: { currency: 'jpy', product_data: { name: 'Tea' }, unit_amount: 500 },
        quantity: 1,
      };
      expect(await refusalOf(start({ line_items: [teaLine(), yen] }))).toMatchObject({
        statusCode: 400,
      });
    });
  });
}

function withoutQuantity(): Stripe.Checkout.SessionCreateParams.LineItem {
  const { quantity: _quantity, ...line } = teaLine();
  return line;
}

function recurringLine(
  recurring: Recurring = { interval: 'month' },
): Stripe.Checkout.SessionCreateParams.LineItem {
  return {
    price_data: {
      currency: 'usd',
      product_data: { name: 'Tea club' },
      recurring,
      unit_amount: 900,
    },
    quantity: 1,
  };
}
