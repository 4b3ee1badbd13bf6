import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OrderSubscription } from '@shop/contract';
import { eq } from 'drizzle-orm';
import type Stripe from 'stripe';
import { rateLimits } from '../database/schema/rate-limit-tables';
import { orders } from '../database/schema/tables';
import { usualEngines } from '../../testing/engines';
import { untilHandled } from '../../testing/handled-events';
import { startHoldingStripe } from '../../testing/holding-stripe';
import type { HoldingStripe } from '../../testing/holding-stripe';
import { orderOf, stepsOf, untilDone, untilOrder } from '../../testing/orders';
import { Shopper, sessionIdOf } from '../../testing/shopper';
import { startTestApi } from '../../testing/start-test-api';
import type { TestApi } from '../../testing/start-test-api';
import { until } from '../../testing/until';
import { stripeLocales } from './language/stripe-locale';

const endOfPeriod = ({ items }: Stripe.Subscription) =>
  new Date(Number(items.data[0]?.current_period_end) * 1000).toISOString();

const MONTHLY = { interval: 'month', intervalCount: 1 };

describe.each(usualEngines)('a subscription, on the %s database', (engine) => {
  let api: TestApi;
  let stripe: HoldingStripe;
  /** The sessions whose next reading is held. */
  const toHold = new Set<string>();
  const isToHold = (_method = '', path = '') =>
    [...toHold].some((sessionId) => path.includes(sessionId) && toHold.delete(sessionId));
  beforeAll(async () => {
    api = await startTestApi(engine, {
      between: async (url) => (stripe = await startHoldingStripe(url, isToHold)),
    });
  }, 60_000);
  afterAll(() => api?.stop());

  async function deliverEvents(isOn: boolean): Promise<void> {
    const { id } = (await api.stripe.webhookEndpoints.list()).data[0] ?? { id: '' };
    await api.stripe.webhookEndpoints.update(id, { disabled: !isOn });
  }

  async function subscribe(shopper: Shopper) {
    const { body } = await shopper.products();
    const beans = body.products.find(({ price }) => price.recurring);
    const mug = body.products.find(({ price }) => !price.recurring);
    const items = [beans, mug].map((product) => ({ priceId: product?.price.id, quantity: 1 }));
    const { body: checkout, text } = await shopper.checkout({ items });
    if (!checkout.url) throw new Error(text);
    return sessionIdOf(checkout.url);
  }

  async function paid(sessionId: string): Promise<Stripe.Subscription> {
    await api.sandbox.complete(sessionId);
    const { stripeSubscriptionId } = await untilOrder(
      api,
      sessionId,
      ({ status }) => status === 'paid',
    );
    return api.stripe.subscriptions.retrieve(stripeSubscriptionId ?? '');
  }

  it('is for sale beside what is bought once', async () => {
    const { body } = await new Shopper(api).products();
    expect(body.products.find(({ name }) => name === 'Coffee beans')?.price).toMatchObject({
      amountMinor: 1850,
      currency: 'usd',
      recurring: MONTHLY,
    });
  });

  it('is started by a session of that mode, fulfilled once, and its mail says how often it renews', async () => {
    const shopper = new Shopper(api);
    const sessionId = await subscribe(shopper);
    const started = await api.stripe.checkout.sessions.retrieve(sessionId);
    expect(started).toMatchObject({ mode: 'subscription', amount_total: 4250 });

    await api.sandbox.complete(sessionId);
    const order = await untilOrder(api, sessionId, ({ status }) => status === 'paid');
    await untilDone(api, order.id, ['confirmation_mail']);
    expect(order).toMatchObject({ mode: 'subscription', totalMinor: 4250 });
    expect(order.stripePaymentIntentId).toMatch(/^pi_/);

    const { body } = await shopper.confirmation(sessionId);
    expect(body).toMatchObject({
      state: 'confirmed',
      customerName: 'Jenny Rosen',
      paymentMethod: { type: 'card', last4: '4242' },
      items: [{ recurring: MONTHLY }, { recurring: null }],
    });
    expect((await api.mails()).join()).toContain('Coffee beans, every month');

    const subscriptions = await api.stripe.subscriptions.list({ limit: 1 });
    expect(subscriptions.data[0]?.metadata).toMatchObject({ order_id: order.id });
  });

  it('tells today and then, when the next charge comes, and where it is managed', async () => {
    const shopper = new Shopper(api);
    const sessionId = await subscribe(shopper);
    const { body: open } = await shopper.confirmation(sessionId);
    const renewals = [{ amountMinor: 1850, recurring: MONTHLY }];
    const before = { status: null, renewals, nextChargeAt: null, endsAt: null };
    expect(open).toMatchObject({ amounts: { totalMinor: 4250 }, subscription: before });
    expect((await shopper.portal(sessionId)).body.code).toBe('SUBSCRIPTION_NOT_MANAGEABLE');

    const subscription = await paid(sessionId);
    const nextChargeAt = endOfPeriod(subscription);
    const { body } = await shopper.confirmation(sessionId);
    expect(body.subscription).toEqual({ ...before, status: 'active', nextChargeAt });
    const { body: masked } = await new Shopper(api).confirmation(sessionId);
    expect(masked).toMatchObject({ view: 'masked', subscription: body.subscription });

    const { status, body: portal } = await shopper.portal(sessionId);
    expect(status).toBe(201);
    const page = await (await fetch(portal.url)).text();
    expect(page).toContain('Coffee beans');
    expect(page).toContain(`/order/success?session_id=${sessionId}`);
  });

  it('shows whoever comes back from the portal what they changed there, also before the event comes', async () => {
    const shopper = new Shopper(api);
    const sessionId = await subscribe(shopper);
    const { id } = await paid(sessionId);
    await untilHandled(api);
    expect((await shopper.confirmation(sessionId)).body).toMatchObject({ final: true });

    await deliverEvents(false);
    expect((await shopper.portal(sessionId)).status).toBe(201);
    await api.stripe.subscriptions.update(id, { cancel_at_period_end: true });
    await api.sandbox.faults({ path: '/v1/checkout/sessions', status: 500 });
    const { body: unknown } = await shopper.confirmation(sessionId);
    expect(unknown).toMatchObject({ final: false, subscription: { endsAt: null } });

    await api.sandbox.faults({});
    const { body } = await until(
      () => shopper.confirmation(sessionId),
      ({ body: { final } }) => final,
    );
    await deliverEvents(true);
    expect(body.subscription).toMatchObject({ nextChargeAt: null, renewals: [] });
    expect(body.subscription?.endsAt).toBe(
      endOfPeriod(await api.stripe.subscriptions.retrieve(id)),
    );
  });

  it('reads again what changed in the portal, or with a new period, when the order changes during the reading', async () => {
    const subscribed = async () => {
      const shopper = new Shopper(api);
      const sessionId = await subscribe(shopper);
      return { shopper, sessionId, id: (await paid(sessionId)).id };
    };
    const back = await subscribed();
    const later = await subscribed();
    await untilHandled(api);
    await deliverEvents(false);
    expect((await back.shopper.portal(back.sessionId)).status).toBe(201);
    const { id, subscription } = await orderOf(api, later.sessionId);
    const currentPeriodEnd = new Date(Date.now() - 1000).toISOString();
    await api.database.queries
      .update(orders)
      .set({ subscription: subscription && { ...subscription, currentPeriodEnd } })
      .where(eq(orders.id, id));

    const visits = [back, later];
    for (const visit of visits) {
      await api.stripe.subscriptions.update(visit.id, { cancel_at_period_end: true });
      toHold.add(visit.sessionId);
    }
    const answered = visits.map(({ shopper, sessionId }) =>
      until(
        () => shopper.confirmation(sessionId),
        ({ body: { final } }) => final,
      ),
    );
    await until(
      () => Promise.resolve(toHold.size),
      (left) => left === 0,
    );
    for (const { shopper, sessionId } of visits)
      expect((await shopper.resend(sessionId, 'jenny@right.example')).status).toBe(204);
    stripe.release();
    const seen = await Promise.all(answered);
    await deliverEvents(true);
    for (const { body } of seen) {
      expect(body).toMatchObject({ email: 'jenny@right.example', subscription: { renewals: [] } });
      expect(body.subscription?.endsAt).toEqual(expect.any(String));
    }
  });

  it('opens the portal only to the browser that started the checkout, and not without end', async () => {
    const shopper = new Shopper(api);
    const sessionId = await subscribe(shopper);
    await paid(sessionId);
    const stranger = new Shopper(api);
    for (const id of [sessionId, 'cs_test_unknown']) {
      const { status, body } = await stranger.portal(id);
      expect([status, body.code]).toEqual([403, 'BROWSER_NOT_BUYER']);
    }
    expect((await stranger.verify(sessionId, 'jenny.rosen@example.com')).status).toBe(204);
    expect((await stranger.portal(sessionId)).body.code).toBe('BROWSER_NOT_BUYER');
    expect((await shopper.portal('not a session')).body.code).toBe('INVALID_REQUEST');
    for (let opened = 0; opened < 10; opened += 1)
      expect((await shopper.portal(sessionId)).status).toBe(201);
    const { status, headers } = await shopper.portal(sessionId);
    expect([status, Number(headers.get('retry-after')) > 0]).toEqual([429, true]);
  });

  it('opens the portal in the language of the checkout, or in any where the portal lacks it', async () => {
    const shopper = new Shopper(api);
    const sessionId = await subscribe(shopper);
    await paid(sessionId);
    await untilHandled(api);
    for (const locale of stripeLocales) {
      await api.database.queries.delete(rateLimits);
      await api.database.queries
        .update(orders)
        .set({ locale })
        .where(eq(orders.stripeSessionId, sessionId));
      expect([locale, (await shopper.portal(sessionId)).status]).toEqual([locale, 201]);
    }
    const { data: opened } = await api.stripe.events.list({
      type: 'billing_portal.session.created',
      limit: stripeLocales.length,
    });
    const locales = opened.map(({ data }) => (data.object as Stripe.BillingPortal.Session).locale);
    expect(locales.reverse()).toEqual(
      stripeLocales.map((locale) => (locale === 'hi-IN' ? null : locale)),
    );
  });

  it('says that Stripe refuses, or does not answer', async () => {
    const shopper = new Shopper(api);
    const sessionId = await subscribe(shopper);
    const { customer } = await paid(sessionId);
    await api.stripe.customers.del(customer as string);
    expect((await shopper.portal(sessionId)).body).toMatchObject({
      status: 502,
      code: 'CHECKOUT_UNAVAILABLE',
    });
    const path = '/v1/billing_portal/sessions';
    await api.sandbox.faults({ path, status: 500 });
    const { body } = await shopper.portal(sessionId);
    await api.sandbox.faults({});
    expect(body).toMatchObject({ status: 503, code: 'STRIPE_UNAVAILABLE' });
  });

  it('has ended once its customer is deleted', async () => {
    const shopper = new Shopper(api);
    const sessionId = await subscribe(shopper);
    const { id, customer } = await paid(sessionId);
    await api.stripe.customers.del(customer as string);
    const { body } = await until(
      () => shopper.confirmation(sessionId),
      ({ body: { subscription } }) => subscription?.status === 'canceled',
    );
    const { ended_at: endedAt } = await api.stripe.subscriptions.retrieve(id);
    expect(body).toMatchObject({
      state: 'confirmed',
      customerName: 'Jenny Rosen',
      subscription: {
        renewals: [],
        nextChargeAt: null,
        endsAt: new Date(Number(endedAt) * 1000).toISOString(),
      },
    });
  });

  it('follows renewals, a payment that failed and its end, and makes no order of them', async () => {
    const shopper = new Shopper(api);
    const sessionId = await subscribe(shopper);
    const { id } = await paid(sessionId);
    const count = () => api.database.queries.$count(orders);
    const before = await count();
    const untilShown = (holds: (subscription: OrderSubscription) => boolean) =>
      until(
        () => shopper.confirmation(sessionId),
        ({ body }) => body.subscription !== null && holds(body.subscription),
      );
    const renew = async (outcome: string) =>
      endOfPeriod(
        (await api.sandbox.call('POST', `subscriptions/${id}/renew`, {
          outcome,
        })) as Stripe.Subscription,
      );

    const nextChargeAt = await renew('paid');
    await untilShown((shown) => shown.status === 'active' && shown.nextChargeAt === nextChargeAt);
    await renew('failed');
    await untilShown(({ status, nextChargeAt: next }) => status === 'past_due' && next === null);

    const [open] = (await api.stripe.invoices.list({ subscription: id, limit: 1 })).data;
    await api.sandbox.call('POST', `invoices/${open?.id}/pay`);
    await untilShown(({ status, nextChargeAt: next }) => status === 'active' && next !== null);
    const { cancel_at: cancelAt } = await api.stripe.subscriptions.update(id, {
      cancel_at_period_end: true,
    });
    const endsAt = new Date(Number(cancelAt) * 1000).toISOString();
    const ending = await untilShown(
      (shown) => shown.endsAt === endsAt && shown.nextChargeAt === null,
    );
    expect(ending.body.subscription?.renewals).toEqual([]);
    await api.stripe.subscriptions.cancel(id);
    const { body } = await untilShown(({ status }) => status === 'canceled');
    expect(body).toMatchObject({
      state: 'confirmed',
      subscription: { renewals: [], nextChargeAt: null },
    });
    await untilHandled(api);
    expect(await count()).toBe(before);
  });

  it('tells what is charged again once its quantity or its plan has changed at Stripe', async () => {
    const shopper = new Shopper(api);
    const sessionId = await subscribe(shopper);
    const { id, items } = await paid(sessionId);
    const [item] = items.data;
    const change = (wanted: Stripe.SubscriptionUpdateParams.Item) =>
      api.stripe.subscriptions.update(id, { items: [{ id: item?.id ?? '', ...wanted }] });
    const untilShown = (amountMinor: number) =>
      until(
        () => shopper.confirmation(sessionId),
        ({ body }) => body.subscription?.renewals[0]?.amountMinor === amountMinor,
      );
    await change({ quantity: 3 });
    await untilShown(3 * 1850);
    // For sale to nobody else here.
    const { id: price } = await api.stripe.prices.create({
      product: (item?.price.product ?? '') as string,
      active: false,
      currency: 'usd',
      recurring: { interval: 'month' },
      unit_amount: 2100,
    });
    await change({ price });
    const { body } = await untilShown(3 * 2100);
    expect(body.subscription?.renewals).toEqual([{ amountMinor: 6300, recurring: MONTHLY }]);

    await api.sandbox.call('POST', `subscriptions/${id}/renew`, { outcome: 'failed' });
    const { number } = await orderOf(api, sessionId);
    const mails = await until(
      async () => (await api.mails()).filter((mail) => mail.includes(number)),
      (found) => found.length === 2,
    );
    expect(mails.join()).toMatch(/^Then every month: \$63\.00\r?$/m);
  });

  it('tells its shopper by e-mail of each renewal that is not paid, and of its end', async () => {
    const sessionId = await subscribe(new Shopper(api));
    const { id } = await paid(sessionId);
    const order = await untilOrder(api, sessionId, ({ status }) => status === 'paid');
    const told = async () =>
      (await stepsOf(api, order.id)).filter(({ doneAt }) => doneAt).map(({ step }) => step);
    const untilTold = (count: number) => until(told, (steps) => steps.length === count);
    const fail = () => api.sandbox.call('POST', `subscriptions/${id}/renew`, { outcome: 'failed' });
    await untilTold(1);

    await fail();
    await untilTold(2);
    const [open] = (await api.stripe.invoices.list({ subscription: id, limit: 1 })).data;
    await api.sandbox.call('POST', `invoices/${open?.id}/pay`);
    await untilOrder(api, sessionId, ({ subscription }) => subscription?.status === 'active');
    await fail();
    await untilTold(3);
    await api.stripe.subscriptions.cancel(id);
    const [first, ...later] = await untilTold(4);
    expect([first, later.map((step) => step.split(':')[0])]).toEqual([
      'confirmation_mail',
      ['renewal_failed_mail', 'renewal_failed_mail', 'subscription_ended_mail'],
    ]);
    await untilHandled(api);
    expect(await told()).toHaveLength(4);
    const subjects = (await api.mails())
      .map((mail) => mail.replace(/\r?\n /g, ' '))
      .filter((mail) => mail.includes(order.number))
      .map((mail) => /^Subject: (.*?)\r?$/m.exec(mail)?.[1]);
    expect(subjects.filter((subject) => subject?.includes('renewal'))).toHaveLength(2);
    expect(subjects.filter((subject) => subject?.includes('has ended'))).toHaveLength(1);
  });

  it('shows a refund of its first payment', async () => {
    const shopper = new Shopper(api);
    const sessionId = await subscribe(shopper);
    await api.sandbox.complete(sessionId);
    const { stripePaymentIntentId } = await untilOrder(
      api,
      sessionId,
      ({ status }) => status === 'paid',
    );
    await api.stripe.refunds.create({ payment_intent: stripePaymentIntentId ?? '', amount: 1850 });
    const { body } = await until(
      () => shopper.confirmation(sessionId),
      ({ body: { state } }) => state === 'partially_refunded',
    );
    expect(body.amounts.refundedMinor).toBe(1850);
  });
});
