import { Logger } from '@nestjs/common';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { StaffOverview } from '@shop/contract';
import { eq } from 'drizzle-orm';
import { deliverTo, eventAbout } from '../../../testing/deliver-event';
import { engines } from '../../../testing/engines';
import { createElsewhere, createInOtherDeployment } from '../../../testing/foreign-session';
import { untilHandled } from '../../../testing/handled-events';
import { later } from '../../../testing/later';
import { MERCHANT_SECRET, openMerchantServer } from '../../../testing/merchant-server';
import type { MerchantServer } from '../../../testing/merchant-server';
import { heldOf, orderOf, outcomesOf, stepsOf, untilDone } from '../../../testing/orders';
import { untilOrder } from '../../../testing/orders';
import { Shopper, sessionIdOf } from '../../../testing/shopper';
import { StaffBrowser } from '../../../testing/staff-browser';
import { startTestApi } from '../../../testing/start-test-api';
import type { TestApi } from '../../../testing/start-test-api';
import { until } from '../../../testing/until';
import { fulfilments } from '../../database/schema/fulfilment-tables';
import { stock } from '../../database/schema/stock-tables';
import { orderLines, orders, orderTransitions } from '../../database/schema/tables';
import type { OrderRow } from '../../database/schema/tables';
import { Deployment } from '../../deployment/deployment';
import { HeldTellingService } from '../fulfilment/held-telling.service';
import { ResendService } from '../fulfilment/resend.service';
import { OrderSyncService } from '../sync/order-sync.service';

const EMAIL = 'payer@example.com';
const TOLD = ['confirmation_mail', 'merchant_notification'];
/** A session of this age is not being made any more. */
const AGE_MS = 60_000;

describe.each(engines)('an order that the %s database has lost', (engine) => {
  let api: TestApi;
  let merchant: MerchantServer;
  let operator: StaffBrowser;
  let shoppers = 0;
  let counted: { price: string; product: string };
  const error = jest.spyOn(Logger.prototype, 'error');

  beforeAll(async () => {
    merchant = await openMerchantServer();
    api = await startTestApi(engine, {
      api: {
        FULFILLMENT_WEBHOOK_URL: merchant.url,
        FULFILLMENT_WEBHOOK_SECRET: MERCHANT_SECRET,
        TRUST_PROXY: 'loopback',
      },
    });
    operator = await StaffBrowser.open(api, 'anna', 'operator');
    const product = await api.stripe.products.create({ name: 'Few', metadata: { stock: '50' } });
    const price = { product: product.id, currency: 'usd', unit_amount: 1500 };
    counted = { product: product.id, price: (await api.stripe.prices.create(price)).id };
  }, 60_000);
  beforeEach(() => void error.mockClear());
  afterAll(async () => {
    await api?.stop();
    await merchant?.close();
  });

  const orderSync = () => api.app.get(OrderSyncService, { strict: false });
  const telling = () => api.app.get(HeldTellingService, { strict: false });
  const sync = (id: string) => later(api, AGE_MS, () => orderSync().sync(id, 'sweep'));
  const isPaid = ({ status }: OrderRow) => status === 'paid';
  const find = (id: string) =>
    api.database.queries.select().from(orders).where(eq(orders.stripeSessionId, id));
  const linesOf = (id: string) =>
    api.database.queries.select().from(orderLines).where(eq(orderLines.orderId, id));
  const eventsAbout = ({ number }: { number: string }) =>
    merchant.requests.filter(({ event }) => event.data.orderNumber === number);

  async function placed(): Promise<string> {
    const { body } = await new Shopper(api).checkout({
      items: [{ priceId: counted.price, quantity: 2 }],
      headers: { 'x-forwarded-for': `203.0.113.${(shoppers += 1)}` },
    });
    return sessionIdOf(body.url);
  }

  /** Bought, paid and told. */
  async function bought(): Promise<OrderRow> {
    const id = await placed();
    await api.sandbox.complete(id, { email: EMAIL });
    const order = await untilOrder(api, id, isPaid);
    await untilDone(api, order.id, TOLD);
    await untilHandled(api);
    return order;
  }

  /** The database is as it was before the order was placed. */
  async function lose({ id, stripeSessionId }: OrderRow): Promise<string> {
    const { queries } = api.database;
    const reserved = (await heldOf(api, counted.product)) - 2;
    await queries.delete(orders).where(eq(orders.id, id));
    await queries.update(stock).set({ reserved }).where(eq(stock.stripeProductId, counted.product));
    return stripeSessionId ?? '';
  }

  it('is rebuilt once from its session, under fifty triggers', async () => {
    const before = await bought();
    const lines = await linesOf(before.id);
    const held = await heldOf(api, counted.product);
    const session = await lose(before);
    const events = Array.from({ length: 10 }, () => eventAbout(session));
    await later(api, AGE_MS, () =>
      Promise.allSettled([
        ...Array.from({ length: 40 }, () => orderSync().sync(session, 'sweep')),
        ...events.map((event) => deliverTo(api.url, event)),
      ]),
    );
    await sync(session);
    const after = await orderOf(api, session);
    const { id, number, currency, subtotalMinor, totalMinor, email, customerName } = before;
    const { paymentMethod, stripePaymentIntentId, deploymentId, shippingAddress } = before;
    expect(after).toMatchObject({
      ...{ id, number, currency, subtotalMinor, totalMinor, email, customerName, paymentMethod },
      ...{ stripePaymentIntentId, deploymentId, shippingAddress },
      status: 'paid',
      origin: 'checkout',
      reviewReason: null,
      rebuiltAt: expect.any(Date),
      tellingHeldAt: expect.any(Date),
    });
    const isSold = ({
      stripePriceId,
      quantity,
      unitAmountMinor,
      name,
    }: (typeof lines)[number]) => ({
      ...{ stripePriceId, quantity, unitAmountMinor, name },
    });
    expect((await linesOf(id)).map(isSold)).toEqual(lines.map(isSold));
    expect(await heldOf(api, counted.product)).toBe(held);
    const moves = await api.database.queries
      .select()
      .from(orderTransitions)
      .where(eq(orderTransitions.orderId, id));
    expect(moves.map(({ toStatus }) => toStatus)).toEqual(['paid']);
    await untilHandled(api);
  });

  it('is told to nobody, until a person says so: then with the ids of the first time', async () => {
    const before = await bought();
    const [first] = eventsAbout(before);
    const mails = (await api.mails()).filter((mail) => mail.includes(before.number));
    await sync(await lose(before));
    expect((await telling().list(1000)).orders).toContainEqual(
      expect.objectContaining({
        orderNumber: before.number,
        waiting: expect.arrayContaining(TOLD),
      }),
    );
    expect((await outcomesOf(api, before.id)).map(([, outcome]) => outcome)).toEqual([null, null]);
    expect(eventsAbout(before)).toHaveLength(1);

    expect(await telling().decide(before.id, 'tell')).toBe(2);
    await untilDone(api, before.id, TOLD);
    const [, again] = eventsAbout(before);
    expect(again?.headers['webhook-id']).toBe(first?.headers['webhook-id']);
    const idOf = (mail: string) => /^Message-ID: (.*)$/im.exec(mail)?.[1];
    const mailsNow = (await api.mails()).filter((mail) => mail.includes(before.number));
    expect(mailsNow.map(idOf).sort()).toEqual(mails.map(idOf).sort());
    expect(await telling().decide(before.id, 'tell')).toBeUndefined();
  });

  it('has nothing that could be sent again before that', async () => {
    const before = await bought();
    // By the clock that orders are rebuilt by.
    const since = new Date(Date.now() + AGE_MS);
    await sync(await lose(before));
    const resends = api.app.get(ResendService, { strict: false });
    expect(await resends.recover(since)).toEqual({ events: 0, orders: 0 });
    expect(await resends.resend(before.id, undefined, 'merchant_notification')).toBeUndefined();
    await api.database.queries
      .update(fulfilments)
      .set({ doneAt: new Date(), outcome: 'undeliverable' })
      .where(eq(fulfilments.orderId, before.id));
    for (const channel of ['mail', 'merchant'] as const)
      expect(await resends.resendChannel(before.id, channel)).toEqual([]);
  });

  it('is not told at all when a person says that it was told', async () => {
    const before = await bought();
    const session = await lose(before);
    await sync(session);
    expect(await telling().decide(before.id, 'told')).toBe(2);
    expect((await stepsOf(api, before.id)).map(({ outcome }) => outcome)).toEqual(['sent', 'sent']);
    expect(eventsAbout(before)).toHaveLength(1);
    // What happens from now on is told.
    await api.sandbox.call('POST', `sessions/${session}/refund`, { amount: 500 });
    await untilOrder(api, session, ({ refundedMinor }) => refundedMinor === 500);
    await until(
      () => Promise.resolve(eventsAbout(before)),
      (events) => events.length === 2,
    );
    expect(eventsAbout(before).map(({ event }) => event.type)).toEqual([
      'order.paid',
      'order.refunded',
    ]);
  });

  it.each([{ amount: 500 }, {}])('comes back with its refund: %j', async (refund) => {
    const before = await bought();
    const session = before.stripeSessionId ?? '';
    await api.sandbox.call('POST', `sessions/${session}/refund`, refund);
    const refunded = await untilOrder(api, session, ({ refundedMinor }) => refundedMinor > 0);
    await until(
      () => Promise.resolve(eventsAbout(before)),
      (events) => events.length === 2,
    );
    await lose(refunded);
    await sync(session);
    const { refunds, refundedMinor } = refunded;
    expect(await orderOf(api, session)).toMatchObject({ status: 'paid', refunds, refundedMinor });
    expect(eventsAbout(before)).toHaveLength(2);
  });

  it('is shown to its shopper: masked, and in full after the e-mail check', async () => {
    const session = await lose(await bought());
    await sync(session);
    const shopper = new Shopper(api);
    expect((await shopper.confirmation(session)).body).toMatchObject({
      view: 'masked',
      state: 'confirmed',
    });
    expect((await shopper.verify(session, EMAIL)).status).toBe(204);
    expect((await shopper.confirmation(session)).body.view).toBe('full');
  });

  it('is not rebuilt while it is unpaid, and its events end', async () => {
    const session = await placed();
    await lose(await orderOf(api, session));
    expect(await sync(session)).toBe('unpaid_lost');
    const event = eventAbout(session, { type: 'checkout.session.expired' });
    await later(api, AGE_MS, async () => {
      await deliverTo(api.url, event);
      await untilHandled(api);
    });
    expect(await find(session)).toEqual([]);
    await api.sandbox.switches({ drop: true });
    await api.sandbox.complete(session, { email: EMAIL });
    await sync(session);
    expect((await orderOf(api, session)).status).toBe('paid');
    await api.sandbox.switches({ drop: false });
  });

  it('is not taken for lost while its session is young', async () => {
    const session = await lose(await bought());
    expect(await orderSync().sync(session, 'sweep')).toBe('order_missing');
    expect(await find(session)).toEqual([]);
  });

  const dealtWith = (id: string) =>
    operator.act(`/api/staff/payments/${id}/settle`, { reason: 'it is refunded' });
  /** Paid sessions that the overview names. */
  const waiting = async () => {
    const { body } = await operator.get<StaffOverview>('/api/staff/overview');
    return body.needs.flatMap(({ subjects }) => subjects);
  };

  it('is left to a person when its number is another order’s: told once, until it is back', async () => {
    const [one, other] = [await bought(), await bought()];
    const session = await lose(one);
    const otherIs = (number: string) =>
      api.database.queries.update(orders).set({ number }).where(eq(orders.id, other.id));
    await otherIs(one.number);
    const stays = await orderOf(api, other.stripeSessionId ?? '');
    for (const outcome of [await sync(session), await sync(session)])
      expect(outcome).toBe('order_missing');
    expect(await orderOf(api, other.stripeSessionId ?? '')).toEqual(stays);
    const told = error.mock.calls.filter(
      ([fields]) => (fields as { orderNumber?: string }).orderNumber === one.number,
    );
    expect(told).toEqual([[{ alert: true, orderNumber: one.number }, 'paid without an order']]);
    expect(await waiting()).toContain(session);
    await otherIs(other.number);
    expect(await sync(session)).toBe('synced');
    expect(await waiting()).not.toContain(session);
  });

  it('needs nobody any more once a person has dealt with it', async () => {
    const session = await lose(await bought());
    expect(await orderSync().sync(session, 'sweep')).toBe('order_missing');
    expect(await waiting()).toContain(session);
    expect((await dealtWith(session)).status).toBe(200);
    expect(await orderSync().sync(session, 'sweep')).toBe('order_missing');
    expect(await waiting()).not.toContain(session);
  });

  it('is another deployment’s, or of an old version that names none: then it is not rebuilt', async () => {
    const other = await createInOtherDeployment(api, 'staging');
    await api.sandbox.complete(other.id);
    expect(await sync(other.id)).toBe('other_deployment');
    const foreign = await createElsewhere(api, { metadata: { order_id: 'R-17' } });
    await api.sandbox.complete(foreign.id);
    expect(await sync(foreign.id)).toBe('not_ours');
    const session = await lose(await bought());
    await api.stripe.checkout.sessions.update(session, { metadata: { deployment_id: '' } });
    expect(await sync(session)).toBe('order_missing');
    expect([
      ...(await find(other.id)),
      ...(await find(foreign.id)),
      ...(await find(session)),
    ]).toEqual([]);
    expect(api.app.get(Deployment, { strict: false }).id).not.toBe('staging');
  });

  it('holds back what the orders that it has kept may have told since, once a person says so', async () => {
    const kept = await bought();
    expect(await telling().hold()).toBeGreaterThan(0);
    await api.sandbox.call('POST', `sessions/${kept.stripeSessionId}/refund`, {});
    await untilOrder(api, kept.stripeSessionId ?? '', ({ refunds }) => refunds.length === 1);
    await untilHandled(api);
    expect(eventsAbout(kept)).toHaveLength(1);
    const fresh = await bought();
    expect(eventsAbout(fresh)).toHaveLength(1);
    const { orders: decided } = await telling().decideAll('told');
    expect(decided).toBeGreaterThan(0);
    expect(await telling().list(10)).toEqual({ count: 0, orders: [] });
    expect(eventsAbout(kept)).toHaveLength(1);
  });
});
