import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { eq } from 'drizzle-orm';
import { usualEngines } from '../../../testing/engines';
import { heldOf, orderOf, stepsOf, untilDone, untilOrder } from '../../../testing/orders';
import { Shopper, sessionIdOf } from '../../../testing/shopper';
import { startTestApi } from '../../../testing/start-test-api';
import type { TestApi } from '../../../testing/start-test-api';
import { orders, orderTransitions } from '../../database/schema/tables';
import { ReviewService } from './review.service';
import { OrderSyncService } from '../sync/order-sync.service';

describe.each(usualEngines)('a review, on the %s database', (engine) => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi(engine);
  }, 60_000);
  afterAll(() => api?.stop());
  afterEach(() => api.sandbox.reset());

  const reviews = () => api.app.get(ReviewService);
  const sync = (id: string) => api.app.get(OrderSyncService).sync(id, 'command');
  const refund = (id: string) => api.sandbox.call('POST', `sessions/${id}/refund`, {});
  const causesOf = async (orderId: string) => {
    const rows = await api.database.queries
      .select()
      .from(orderTransitions)
      .where(eq(orderTransitions.orderId, orderId))
      .orderBy(orderTransitions.id);
    return rows.map(({ toStatus, cause }) => `${toStatus} ${cause.split(' evt_')[0]}`);
  };

  /** An order of a counted product whose amount is not what Stripe says. */
  async function disputedOrder() {
    const product = await api.stripe.products.create({ name: 'Counted', metadata: { stock: '5' } });
    const price = await api.stripe.prices.create({
      product: product.id,
      currency: 'usd',
      unit_amount: 700,
    });
    const shopper = new Shopper(api);
    const { body } = await shopper.checkout({ items: [{ priceId: price.id, quantity: 2 }] });
    const id = sessionIdOf(body.url);
    await api.database.queries
      .update(orders)
      .set({ subtotalMinor: 1 })
      .where(eq(orders.stripeSessionId, id));
    return { id, shopper, productId: product.id };
  }

  async function paidOrderInReview() {
    const made = await disputedOrder();
    await api.sandbox.complete(made.id);
    const order = await untilOrder(api, made.id, ({ status }) => status === 'needs_review');
    return { ...made, order };
  }

  it('accepted as paid is delivered once, and says who decided and why', async () => {
    const { id, order, shopper } = await paidOrderInReview();
    expect((await reviews().findOpen()).map(({ number }) => number)).toContain(order.number);
    expect(await reviews().resolve(order.id, 'paid', 'a price changed meanwhile')).toBe('paid');
    await untilDone(api, order.id, ['confirmation_mail']);
    expect(await causesOf(order.id)).toEqual([
      'needs_review webhook',
      'paid command paid: a price changed meanwhile',
    ]);
    expect((await shopper.confirmation(id)).body).toMatchObject({
      state: 'confirmed',
      amounts: { subtotalMinor: 1400, totalMinor: 1400 },
    });
    expect((await reviews().findOpen()).map(({ number }) => number)).not.toContain(order.number);
    await refund(id);
    await untilOrder(api, id, ({ refundedMinor }) => refundedMinor === 1400);
  });

  it('is refused only when Stripe holds no money; then stays so, and its stock is given back', async () => {
    const { id, order, shopper, productId } = await paidOrderInReview();
    expect(await heldOf(api, productId)).toBe(2);
    await expect(reviews().resolve(order.id, 'refused', 'fraud')).rejects.toThrow(
      `Stripe still holds money for it: 1400 in minor units, session ${id}.`,
    );
    await refund(id);
    // Its money is followed while it waits.
    await untilOrder(api, id, ({ refundedMinor }) => refundedMinor === 1400);
    expect(await reviews().resolve(order.id, 'refused', 'fraud')).toBe('refused');
    expect(await heldOf(api, productId)).toBe(0);
    await sync(id);
    expect((await orderOf(api, id)).status).toBe('refused');
    expect((await stepsOf(api, order.id)).map(({ step }) => step.split(':')[0])).toEqual([
      'under_review_mail',
      'refund_mail',
      'cancelled_mail',
    ]);
    expect((await shopper.confirmation(id)).body).toMatchObject({ state: 'refunded', final: true });
  });

  it('refused before it is paid can be paid no more', async () => {
    const { id, shopper } = await disputedOrder();
    await sync(id);
    const order = await orderOf(api, id);
    expect(order.status).toBe('needs_review');
    await expect(reviews().resolve(order.id, 'paid', 'why not')).rejects.toThrow(
      'Stripe holds no money for the order.',
    );
    await reviews().resolve(order.id, 'refused', 'wrong price');
    expect((await api.stripe.checkout.sessions.retrieve(id)).status).toBe('expired');
    expect((await shopper.confirmation(id)).body).toMatchObject({ state: 'expired', final: true });
  });

  it('takes a refusal back, stock and all, and can then end otherwise', async () => {
    const { order, productId } = await paidOrderInReview();
    await expect(reviews().resolve(order.id, 'reopened', 'x')).rejects.toThrow(
      'There is no decision',
    );
    await refund(order.stripeSessionId ?? '');
    await reviews().resolve(order.id, 'refused', 'a mistake');
    expect(await reviews().resolve(order.id, 'reopened', 'was a mistake')).toBe('needs_review');
    expect(await heldOf(api, productId)).toBe(2);
    await expect(reviews().resolve(order.id, 'paid', 'x')).rejects.toThrow('holds no money');
    await reviews().resolve(order.id, 'refused', 'after all');
    expect(await heldOf(api, productId)).toBe(0);
  });

  /** Somebody pays for the order a second time, through a session that this system has not made. */
  async function payAgain(id: string, method = 'card'): Promise<string> {
    const known = await api.stripe.checkout.sessions.retrieve(id);
    const another = await api.stripe.checkout.sessions.create({
      mode: 'payment',
      success_url: 'https://elsewhere.example',
      client_reference_id: known.client_reference_id ?? '',
      metadata: known.metadata ?? {},
      line_items: [
        {
          quantity: 1,
          price_data: { currency: 'usd', unit_amount: 2400, product_data: { name: 'x' } },
        },
      ],
    });
    await api.sandbox.call('POST', `sessions/${another.id}/complete`, {
      name: 'Jenny Rosen',
      email: 'jenny.rosen@example.com',
      method,
    });
    return another.id;
  }

  it('about a second payment is dismissed when that is refunded; the order goes on as before', async () => {
    const { body } = await new Shopper(api).checkout();
    const id = sessionIdOf(body.url);
    const again = await payAgain(id);
    const order = await untilOrder(api, id, ({ status }) => status === 'needs_review');
    expect(order.reviewReason).toBe(`another session: ${again}`);
    await expect(reviews().resolve(order.id, 'dismissed', 'x')).rejects.toThrow(again);
    await refund(again);
    expect(await reviews().resolve(order.id, 'dismissed', 'refunded it')).toBe('pending');
    await api.sandbox.complete(id);
    await untilOrder(api, id, ({ status }) => status === 'paid');
    await sync(again);
    expect((await reviews().findOpen()).map(({ number }) => number)).not.toContain(order.number);

    const third = await payAgain(id);
    const paid = await untilOrder(api, id, ({ reviewReason }) => !!reviewReason?.endsWith(third));
    expect(paid.status).toBe('paid');
    await expect(reviews().resolve(order.id, 'refused', 'x')).rejects.toThrow('paid and delivered');
    await refund(third);
    expect(await reviews().resolve(order.id, 'dismissed', 'refunded it too')).toBe('paid');
    expect((await causesOf(order.id)).at(-1)).toBe('paid command dismissed: refunded it too');
    await untilDone(api, order.id, ['confirmation_mail']);
  });

  it('asks about every payment that comes while it is open, each with its alert', async () => {
    const { body } = await new Shopper(api).checkout();
    const id = sessionIdOf(body.url);
    const second = await payAgain(id);
    await untilOrder(api, id, ({ status }) => status === 'needs_review');
    const third = await payAgain(id);
    const reason = `another session: ${second}; another session: ${third}`;
    const order = await untilOrder(api, id, ({ reviewReason }) => reviewReason === reason);
    await sync(third);
    expect((await orderOf(api, id)).reviewReason).toBe(reason);
    await refund(second);
    await expect(reviews().resolve(order.id, 'refused', 'x')).rejects.toThrow(third);
    await expect(reviews().resolve(order.id, 'dismissed', 'x')).rejects.toThrow(third);
    await refund(third);
    expect(await reviews().resolve(order.id, 'dismissed', 'refunded both')).toBe('pending');
    await Promise.all([sync(second), sync(third)]);
    expect((await reviews().findOpen()).map(({ number }) => number)).not.toContain(order.number);
  });

  it('about a second payment begins again when the refund that ended it fails', async () => {
    const { body } = await new Shopper(api).checkout();
    const id = sessionIdOf(body.url);
    const again = await payAgain(id);
    const order = await untilOrder(api, id, ({ status }) => status === 'needs_review');
    const refunded = (await refund(again)) as { id: string };
    await reviews().resolve(order.id, 'dismissed', 'refunded it');
    await api.sandbox.call('POST', `refunds/${refunded.id}/fail`, {});
    const open = await untilOrder(api, id, ({ reviewResolvedAt }) => reviewResolvedAt === null);
    expect(open).toMatchObject({
      status: 'needs_review',
      reviewReason: `another session: ${again}`,
    });
    await expect(reviews().resolve(order.id, 'dismissed', 'x')).rejects.toThrow(again);
    await refund(again);
    expect(await reviews().resolve(order.id, 'dismissed', 'refunded it again')).toBe('pending');
    await sync(again);
    expect((await reviews().findOpen()).map(({ number }) => number)).not.toContain(order.number);
  });

  it.each(['paid', 'refused', 'dismissed'] as const)(
    'about a payment that is still on its way is not decided %s: its money would come unnoticed',
    async (decision) => {
      const { body } = await new Shopper(api).checkout();
      const id = sessionIdOf(body.url);
      await payAgain(id, 'us_bank_account');
      const order = await untilOrder(api, id, ({ status }) => status === 'needs_review');
      await expect(reviews().resolve(order.id, decision, 'x')).rejects.toThrow(
        'The payment of the other session is still processing.',
      );
    },
  );

  it('decided by two people at once is decided once', async () => {
    const { order } = await paidOrderInReview();
    const decided = await Promise.allSettled(
      ['one', 'other'].map((who) => reviews().resolve(order.id, 'paid', who)),
    );
    expect(decided.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await untilDone(api, order.id, ['confirmation_mail']);
  });

  const statusAtStripe = async (id: string) =>
    (await api.stripe.checkout.sessions.retrieve(id)).status;

  describe.each(['paid', 'refused', 'dismissed'] as const)('decided as %s', (decision) => {
    it('of an order that is not under review is refused, and its session can still be paid', async () => {
      const { body } = await new Shopper(api).checkout();
      const id = sessionIdOf(body.url);
      const order = await orderOf(api, id);
      await expect(reviews().resolve(order.id, decision, 'x')).rejects.toThrow(
        'The order is not under review: its status is pending.',
      );
      expect(await statusAtStripe(id)).toBe('open');
      await api.sandbox.complete(id);
      await untilOrder(api, id, ({ status }) => status === 'paid');
    });

    it('of an order whose review has ended is refused, and no session is expired', async () => {
      const { body } = await new Shopper(api).checkout();
      const id = sessionIdOf(body.url);
      const { id: orderId } = await orderOf(api, id);
      const again = await payAgain(id);
      await untilOrder(api, id, ({ status }) => status === 'needs_review');
      await refund(again);
      await reviews().resolve(orderId, 'dismissed', 'refunded it');
      await expect(reviews().resolve(orderId, decision, 'x')).rejects.toThrow(
        'The order is not under review: its status is pending.',
      );
      expect(await statusAtStripe(id)).toBe('open');
    });
  });

  it('that cannot be dismissed leaves the session as it is', async () => {
    const { id } = await disputedOrder();
    await sync(id);
    const order = await orderOf(api, id);
    await expect(reviews().resolve(order.id, 'dismissed', 'x')).rejects.toThrow(
      "The order's own session still needs a decision",
    );
    expect(await statusAtStripe(id)).toBe('open');
  });
});
