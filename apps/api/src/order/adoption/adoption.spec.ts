import { Logger } from '@nestjs/common';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { eq } from 'drizzle-orm';
import type { StaffOverview } from '@shop/contract';
import type Stripe from 'stripe';
import { deliverTo, eventAbout } from '../../../testing/deliver-event';
import { engines } from '../../../testing/engines';
import { A_CLUB, createElsewhere, createInOtherDeployment } from '../../../testing/foreign-session';
import { untilHandled } from '../../../testing/handled-events';
import { orderOf, stepsOf, untilAdopted, untilDone } from '../../../testing/orders';
import { Shopper } from '../../../testing/shopper';
import { StaffBrowser } from '../../../testing/staff-browser';
import { startTestApi } from '../../../testing/start-test-api';
import type { TestApi } from '../../../testing/start-test-api';
import { recordStripeCalls } from '../../../testing/stripe-calls';
import { Clock } from '../../clock/clock';
import { orderLines, orderTransitions } from '../../database/schema/tables';
import { ForeignPaymentsService } from '../../deployment/foreign-payments.service';
import { OrderSyncService } from '../sync/order-sync.service';

describe.each(engines)('order adoption, on the %s database', (engine) => {
  let api: TestApi;
  const error = jest.spyOn(Logger.prototype, 'error');
  beforeAll(async () => {
    error.mockClear();
    api = await startTestApi(engine, { shop: { orderAdoption: 'on' } });
  }, 60_000);
  afterEach(async () => {
    await api.sandbox.reset();
    error.mockClear();
  });
  afterAll(() => api?.stop());

  const sync = (id: string) => api.app.get(OrderSyncService, { strict: false }).sync(id, 'sweep');
  const alerts = () =>
    error.mock.calls.flatMap(([fields]) => {
      const { alert, reason, orderNumber } = fields as Record<string, unknown>;
      return alert ? [{ reason, orderNumber }] : [];
    });
  const isPaid = ({ status }: { status: string }) => status === 'paid';
  const linesOf = (orderId: string) =>
    api.database.queries.select().from(orderLines).where(eq(orderLines.orderId, orderId));
  /** A paid session of which the API has heard nothing. */
  async function paidSilently(params?: Partial<Stripe.Checkout.SessionCreateParams>) {
    await api.sandbox.settings({ waitForWebhook: false });
    await api.sandbox.switches({ drop: true });
    const { id } = await createElsewhere(api, params);
    await api.sandbox.complete(id, { email: 'payer@example.com' });
    return id;
  }

  it('makes one order of a paid session and fulfils it once, under a hundred triggers', async () => {
    const id = await paidSilently();
    const events = Array.from({ length: 20 }, () => eventAbout(id));
    // So many at once may be refused for the moment; what sends them tries again.
    await Promise.allSettled([
      ...Array.from({ length: 80 }, () => sync(id)),
      ...events.map((event) => deliverTo(api.url, event)),
    ]);
    await sync(id);
    await untilHandled(api);
    const order = await untilAdopted(api, id, isPaid);
    expect(order).toMatchObject({
      origin: 'adopted',
      currency: 'usd',
      subtotalMinor: 1200,
      totalMinor: 1200,
      email: 'payer@example.com',
      customerName: 'Jenny Rosen',
      reviewReason: null,
    });
    expect(await linesOf(order.id)).toMatchObject([
      { name: 'A mug', quantity: 2, unitAmountMinor: 600, holdsStock: false },
    ]);
    await untilDone(api, order.id, ['confirmation_mail']);
    expect((await api.mails()).filter((mail) => mail.includes(order.number))).toHaveLength(1);
    const moves = await api.database.queries
      .select()
      .from(orderTransitions)
      .where(eq(orderTransitions.orderId, order.id));
    expect(moves.map(({ toStatus }) => toStatus)).toEqual(['paid']);
    expect(alerts()).toEqual([]);
  });

  it('shows the order to its payer: masked, and in full after the e-mail check', async () => {
    const { id } = await createElsewhere(api);
    const shopper = new Shopper(api);
    expect((await shopper.confirmation(id)).body.code).toBe('ORDER_NOT_FOUND');
    await api.sandbox.complete(id, { email: 'payer@example.com' });
    const { number } = await untilAdopted(api, id, isPaid);
    const masked = await shopper.confirmation(id);
    expect(masked.body).toMatchObject({ view: 'masked', state: 'confirmed', orderNumber: number });
    expect((await shopper.verify(id, 'other@example.com')).status).toBe(403);
    expect((await shopper.verify(id, 'payer@example.com')).status).toBe(204);
    expect((await shopper.confirmation(id)).body).toMatchObject({
      view: 'full',
      customerName: 'Jenny Rosen',
      items: [{ name: 'A mug', quantity: 2, amountMinor: 1200 }],
    });
  });

  it('is done by the page too, when its payer is faster than the webhook', async () => {
    const id = await paidSilently();
    expect(await new Shopper(api).confirmation(id)).toMatchObject({
      status: 200,
      body: { view: 'masked', state: 'confirmed' },
    });
    await untilDone(api, (await orderOf(api, id)).id, ['confirmation_mail']);
  });

  it('takes a session off the overview that was alerted while the shop adopted none', async () => {
    const operator = await StaffBrowser.open(api, 'anna', 'operator');
    const waiting = async () => {
      const { body } = await operator.get<StaffOverview>('/api/staff/overview');
      return body.needs.flatMap(({ subjects }) => subjects);
    };
    const id = await paidSilently();
    await api.app.get(ForeignPaymentsService, { strict: false }).claimAlert(id, null);
    expect(await waiting()).toEqual([id]);
    await sync(id);
    await untilAdopted(api, id, isPaid);
    expect(await waiting()).toEqual([]);
  });

  it('is not done for made-up ids, which cost few calls of Stripe', async () => {
    const calls = recordStripeCalls(api);
    // All in one moment, however long it takes.
    const moment = jest.spyOn(api.app.get(Clock), 'now').mockReturnValue(new Date());
    const ids = Array.from({ length: 60 }, (_, index) => `cs_test_a1madeup${index}`);
    const answers = await Promise.all(ids.map((id) => new Shopper(api).confirmation(id)));
    expect(new Set(answers.map(({ body }) => body.code))).toEqual(new Set(['ORDER_NOT_FOUND']));
    expect(calls.about('cs_test_a1madeup').length).toBeLessThanOrEqual(4);
    moment.mockRestore();
    calls.stop();
  });

  it('leaves the sessions of another deployment alone', async () => {
    const { id } = await createInOtherDeployment(api, 'staging');
    await api.sandbox.complete(id);
    expect(await sync(id)).toBe('other_deployment');
    expect((await new Shopper(api).confirmation(id)).body.code).toBe('ORDER_NOT_FOUND');
    await expect(orderOf(api, id)).rejects.toThrow('no such order');
  });

  it('keeps discount, shipping and tax', async () => {
    await api.sandbox.settings({ automaticTax: true, taxPercent: 10 });
    const coupon = await api.stripe.coupons.create({ percent_off: 50, duration: 'once' });
    const { id } = await createElsewhere(api, {
      discounts: [{ coupon: coupon.id }],
      shipping_address_collection: { allowed_countries: ['US'] },
      shipping_options: [
        {
          shipping_rate_data: {
            type: 'fixed_amount',
            display_name: 'Post',
            fixed_amount: { amount: 500, currency: 'usd' },
          },
        },
      ],
    });
    await api.sandbox.complete(id);
    const order = await untilAdopted(api, id, isPaid);
    const session = await api.stripe.checkout.sessions.retrieve(id);
    expect(order).toMatchObject({
      subtotalMinor: 1200,
      discountMinor: 600,
      shippingMinor: 500,
      taxMinor: session.total_details?.amount_tax,
      totalMinor: session.amount_total,
    });
    expect(order.taxMinor).toBeGreaterThan(0);
    expect(order.shippingAddress).toMatchObject({ country: 'US' });
  });

  it('adopts a subscription, and follows its refund and its dispute', async () => {
    const { id } = await createElsewhere(api, A_CLUB);
    await api.sandbox.complete(id);
    const order = await untilAdopted(api, id, isPaid);
    expect(order).toMatchObject({ mode: 'subscription', totalMinor: 900 });
    expect((await linesOf(order.id))[0]?.recurring).toEqual({
      interval: 'month',
      intervalCount: 1,
    });
    await api.sandbox.call('POST', `sessions/${id}/refund`, { amount: 100 });
    await untilAdopted(api, id, ({ refundedMinor }) => refundedMinor === 100);
    await api.sandbox.call('POST', `sessions/${id}/dispute`, {});
    await untilAdopted(api, id, ({ disputedAt }) => disputedAt !== null);
  });

  it('waits for the money of a bank debit, and takes a free session', async () => {
    const { id: debit } = await createElsewhere(api);
    await api.sandbox.call('POST', `sessions/${debit}/complete`, {
      name: 'Jenny Rosen',
      email: 'jenny.rosen@example.com',
      method: 'us_bank_account',
    });
    expect(await sync(debit)).toBe('not_ours');
    await api.sandbox.call('POST', `sessions/${debit}/settle`, {});
    await untilAdopted(api, debit, isPaid);

    const coupon = await api.stripe.coupons.create({ percent_off: 100, duration: 'once' });
    const { id: free } = await createElsewhere(api, { discounts: [{ coupon: coupon.id }] });
    await api.sandbox.complete(free);
    const order = await untilAdopted(api, free, isPaid);
    expect(order).toMatchObject({ sessionState: 'nothing_to_pay', totalMinor: 0 });
  });

  it('takes a currency that the shop does not sell in', async () => {
    const { id } = await createElsewhere(api, {
      line_items: [
        {
          quantity: 1,
          price_data: { currency: 'jpy', unit_amount: 900, product_data: { name: 'A cup' } },
        },
      ],
    });
    await api.sandbox.complete(id);
    expect(await untilAdopted(api, id, isPaid)).toMatchObject({ currency: 'jpy', totalMinor: 900 });
  });

  it('does not tell the warehouse of what was refunded before it was heard of', async () => {
    const id = await paidSilently();
    await api.sandbox.call('POST', `sessions/${id}/refund`, {});
    await sync(id);
    const order = await untilAdopted(api, id, ({ refundedMinor }) => refundedMinor === 1200);
    expect((await stepsOf(api, order.id)).map(({ step }) => step)).not.toContain(
      'confirmation_mail',
    );
  });
});
