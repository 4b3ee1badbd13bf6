import { Logger } from '@nestjs/common';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { usualEngines } from '../../../testing/engines';
import { heldOf, outcomesOf, untilDone, untilOrder, untilOrderById } from '../../../testing/orders';
import { Shopper, sessionIdOf } from '../../../testing/shopper';
import { startTestApi } from '../../../testing/start-test-api';
import type { TestApi } from '../../../testing/start-test-api';
import type { OrderRow } from '../../database/schema/tables';
import { ReviewService } from '../review/review.service';

describe.each(usualEngines)('a cart that was sold out meanwhile, on the %s database', (engine) => {
  let api: TestApi;
  const errors = jest.spyOn(Logger.prototype, 'error');
  beforeAll(async () => {
    api = await startTestApi(engine);
  }, 60_000);
  afterAll(() => api?.stop());
  beforeEach(() => void errors.mockClear());

  async function product(name: string, stock?: number) {
    const metadata = stock === undefined ? {} : { stock: String(stock) };
    const { id } = await api.stripe.products.create({ name, metadata });
    const params = { product: id, currency: 'usd', unit_amount: 1000 };
    return { id, priceId: (await api.stripe.prices.create(params)).id };
  }
  type Items = { priceId: string; quantity: number }[];
  const one = (priceId: string): Items => [{ priceId, quantity: 1 }];

  async function start(items: Items, shopper = new Shopper(api)) {
    const { status, body } = await shopper.checkout({ items });
    expect([status, body.code]).toEqual([201, undefined]);
    return sessionIdOf(body.url);
  }
  async function buy(items: Items) {
    const session = await start(items);
    await api.sandbox.complete(session);
    await untilOrder(api, session, ({ status }) => status === 'paid');
  }
  async function expired(items: Items) {
    const shopper = new Shopper(api);
    const session = await start(items, shopper);
    await api.stripe.checkout.sessions.expire(session);
    const { id, recoveryUrl } = await untilOrder(api, session, isExpired);
    if (!recoveryUrl) throw new Error('An expired order has no recovery link.');
    const link = async () => {
      const { body } = await shopper.confirmation(session);
      return body.view === 'full' && body.state === 'expired' ? body.recoveryUrl : body.state;
    };
    return { id, shopper, session, recoveryUrl, link };
  }
  const isExpired = ({ status }: OrderRow) => status === 'expired';
  const recover = async (recoveryUrl: string) => sessionIdOf((await fetch(recoveryUrl)).url);
  const payWith = (session: string, method: string) =>
    api.sandbox.call('POST', `sessions/${session}/complete`, { method });
  const ended = (id: string) =>
    untilOrderById(api, id, ({ status }) => status === 'needs_review' || status === 'paid');
  const alertsOf = (orderNumber: string) =>
    errors.mock.calls
      .map(([fields]) => fields as { orderNumber?: string; reason?: string })
      .filter((fields) => fields.orderNumber === orderNumber);
  const resolve = (id: string, decision: 'paid' | 'refused' | 'dismissed') =>
    api.app.get(ReviewService).resolve(id, decision, 'as agreed');

  /** The last one: its shopper lets the checkout expire, somebody else buys it, and the first one pays all the same. */
  async function soldTwice() {
    const { id: productId, priceId } = await product('Walnut bowl', 1);
    const first = await expired(one(priceId));
    await buy(one(priceId));
    const copy = await recover(first.recoveryUrl);
    await api.sandbox.complete(copy);
    return { ...first, productId, priceId, copy, order: await ended(first.id) };
  }

  it('that is recovered twice tells of each attempt to pay', async () => {
    const { priceId } = await product('Bowl of oak');
    const { id, recoveryUrl } = await expired(one(priceId));
    const attempt = async () => {
      const copy = await recover(recoveryUrl);
      await payWith(copy, 'us_bank_account');
      await untilOrderById(api, id, ({ status, stripeSessionId }) => {
        return status === 'processing' && stripeSessionId === copy;
      });
      await api.sandbox.call('POST', `sessions/${copy}/fail`, {});
      await untilOrderById(api, id, ({ status }) => status === 'payment_failed');
      return copy;
    };
    const copies = [await attempt(), await attempt()];
    await untilDone(
      api,
      id,
      copies.flatMap((copy) => [`received_mail:${copy}`, `payment_failed_mail:${copy}`]),
    );
    const told = (await api.mails()).filter((mail) => mail.includes('did not go through'));
    expect(told).toHaveLength(2);
  });

  it('has no link to go on with, until there is enough again', async () => {
    const { priceId } = await product('Mug', 1);
    const { link, recoveryUrl, id } = await expired(one(priceId));
    expect(await link()).toBe(recoveryUrl);
    const other = await start(one(priceId));
    expect(await link()).toBeNull();
    await api.stripe.checkout.sessions.expire(other);
    await untilOrder(api, other, isExpired);
    expect(await link()).toBe(recoveryUrl);
    await api.sandbox.complete(await recover(recoveryUrl));
    expect((await ended(id)).status).toBe('paid');
  });

  it('paid all the same waits for a person: nothing goes out, and one alert names the product', async () => {
    const { id, order, session, copy, shopper, productId } = await soldTwice();
    expect(order).toMatchObject({
      status: 'needs_review',
      stripeSessionId: copy,
      stripeExpiredSessionId: session,
      reviewReason: expect.stringContaining('"Walnut bowl" (1 ordered, 0 left)'),
    });
    expect(alertsOf(order.number)).toEqual([
      { alert: true, orderNumber: order.number, reason: order.reviewReason },
    ]);
    expect(await outcomesOf(api, id)).toEqual([['under_review_mail:v2', null]]);
    expect(await heldOf(api, productId)).toBe(2);
    for (const link of [session, copy])
      expect((await shopper.confirmation(link)).body.state).toBe('under_review');
    expect(await outcomesOf(api, id)).toEqual([['under_review_mail:v2', null]]);
  });

  it('refused gives its stock back, once the payment is refunded', async () => {
    const { id, copy, productId } = await soldTwice();
    await expect(resolve(id, 'dismissed')).rejects.toThrow(
      'had ended (expired) before it was paid',
    );
    await expect(resolve(id, 'refused')).rejects.toThrow('Stripe still holds money for it');
    await api.sandbox.call('POST', `sessions/${copy}/refund`, {});
    await untilOrderById(api, id, ({ refundedMinor }) => refundedMinor > 0);
    expect(await resolve(id, 'refused')).toBe('refused');
    expect(await heldOf(api, productId)).toBe(1);
    const steps = (await outcomesOf(api, id)).map(([step]) => step.split(':')[0]);
    expect(steps).toEqual(['under_review_mail', 'refund_mail', 'cancelled_mail']);
  });

  it('accepted as paid is delivered once, and keeps its stock', async () => {
    const { id, productId } = await soldTwice();
    expect(await resolve(id, 'paid')).toBe('paid');
    await untilDone(api, id, ['confirmation_mail']);
    expect(await heldOf(api, productId)).toBe(2);
  });

  it('is one of which two were wanted and one is left', async () => {
    const { id: productId, priceId } = await product('Cup', 2);
    const { id, recoveryUrl, link } = await expired([{ priceId, quantity: 2 }]);
    await buy(one(priceId));
    expect(await link()).toBeNull();
    await api.sandbox.complete(await recover(recoveryUrl));
    expect((await ended(id)).reviewReason).toContain('"Cup" (2 ordered, 1 left)');
    expect(await heldOf(api, productId)).toBe(3);
  });

  it('is one of two products of which one is gone; the other one is not named', async () => {
    const [gone, left, unlimited] = [
      await product('Gone', 1),
      await product('Left', 5),
      await product('Unlimited'),
    ];
    const items = [gone, left, unlimited].flatMap(({ priceId }) => one(priceId));
    const { id, recoveryUrl } = await expired(items);
    await buy(one(gone.priceId));
    await api.sandbox.complete(await recover(recoveryUrl));
    const { status, reviewReason } = await ended(id);
    expect(status).toBe('needs_review');
    expect(reviewReason).toContain('not enough of "Gone" (1 ordered, 0 left):');
    expect([await heldOf(api, gone.id), await heldOf(api, left.id)]).toEqual([2, 1]);
  });

  it('is never one whose products are not counted, or are not counted any more', async () => {
    const unlimited = await product('Unlimited');
    const released = await product('Released', 1);
    const { id, recoveryUrl } = await expired([
      ...one(unlimited.priceId),
      ...one(released.priceId),
    ]);
    await buy([{ priceId: unlimited.priceId, quantity: 99 }]);
    await buy(one(released.priceId));
    await api.stripe.products.update(released.id, { metadata: { stock: '' } });
    await new Shopper(api).checkout({ items: one('price_unknown') });
    await api.sandbox.complete(await recover(recoveryUrl));
    expect((await ended(id)).status).toBe('paid');
  });

  it('that comes back after a debit failed waits for a person too', async () => {
    const { priceId } = await product('Lamp', 1);
    const { id, recoveryUrl } = await expired(one(priceId));
    const copy = await recover(recoveryUrl);
    await payWith(copy, 'us_bank_account');
    await untilOrderById(api, id, ({ status }) => status === 'processing');
    await api.sandbox.call('POST', `sessions/${copy}/fail`, {});
    await untilOrderById(api, id, ({ status }) => status === 'payment_failed');
    await buy(one(priceId));
    const again = await recover(recoveryUrl);
    await api.sandbox.complete(again);
    expect(await ended(id)).toMatchObject({ status: 'needs_review', stripeSessionId: again });
  });

  it('is reviewed while its debit is under way, and can be refused when that has failed', async () => {
    const { id: productId, priceId } = await product('Stool', 1);
    const { id, recoveryUrl } = await expired(one(priceId));
    await buy(one(priceId));
    const copy = await recover(recoveryUrl);
    await payWith(copy, 'us_bank_account');
    expect((await ended(id)).status).toBe('needs_review');
    await expect(resolve(id, 'dismissed')).rejects.toThrow('had ended (expired)');
    await expect(resolve(id, 'refused')).rejects.toThrow('still processing');
    await api.sandbox.call('POST', `sessions/${copy}/fail`, {});
    expect(await resolve(id, 'refused')).toBe('refused');
    expect(await heldOf(api, productId)).toBe(1);
  });

  it('by eight recoveries at the same moment is sold once', async () => {
    const { id: productId, priceId } = await product('Clock', 1);
    const carts = [];
    for (let cart = 0; cart < 8; cart += 1) carts.push(await expired(one(priceId)));
    await Promise.all(
      carts.map(async ({ recoveryUrl }) => api.sandbox.complete(await recover(recoveryUrl))),
    );
    const orders = await Promise.all(carts.map(({ id }) => ended(id)));
    expect(orders.filter(({ status }) => status === 'paid')).toHaveLength(1);
    expect(await heldOf(api, productId)).toBe(8);
  });
});
