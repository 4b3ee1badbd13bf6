import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type Stripe from 'stripe';
import { refusalOf } from './compat/target';
import { createReceiver, type Receiver } from './testing/receiver';
import { startClient, WEBHOOK_SECRET, type Client } from './testing/sandbox-client';

const DAY_MS = 24 * 3600 * 1000;

/** What a shop can still find after days in which nothing was told to it. */
describe('after an outage', () => {
  let client: Client;
  let receiver: Receiver;
  let stripe: Stripe;
  beforeEach(async () => {
    receiver = await createReceiver();
    client = await startClient();
    stripe = client.stripe;
  });
  afterEach(async () => {
    expect([...client.sandbox.shapeProblems]).toEqual([]);
    await client.sandbox.close();
    await receiver.close();
  });

  const setClock = async (offsetMs: number) => {
    const { status, body } = await client.control('POST', 'clock', { offsetMs });
    expect(status).toBe(200);
    return Date.parse(String(body['now']));
  };
  async function paid(number = '4242424242424242') {
    const session = await stripe.checkout.sessions.create({
      line_items: [
        {
          quantity: 1,
          price_data: { currency: 'usd', unit_amount: 2000, product_data: { name: 'Tea' } },
        },
      ],
      success_url: 'http://shop.test/',
    });
    const body = { card: { number } };
    expect((await client.control('POST', `sessions/${session.id}/complete`, body)).status).toBe(
      200,
    );
    const { payment_intent: intent } = await stripe.checkout.sessions.retrieve(session.id);
    return { id: session.id, intent: intent as string };
  }
  const daysAgo = (days: number) => Math.floor((Date.now() - days * DAY_MS) / 1000);
  const endpointFor = (events: string[]) =>
    stripe.webhookEndpoints.create({
      url: receiver.url,
      enabled_events: events as Stripe.WebhookEndpointCreateParams.EnabledEvent[],
    });

  it('lists events that no endpoint was asked to take', async () => {
    const { id } = await endpointFor(['checkout.session.completed']);
    await stripe.webhookEndpoints.update(id, { disabled: true });
    const session = await paid();
    await stripe.refunds.create({ payment_intent: session.intent });
    const { data } = await stripe.events.list({ delivery_success: false });
    expect(data).toEqual([]);
    const types = ['checkout.session.completed', 'charge.refunded'];
    const all = await stripe.events.list({ types });
    expect(all.data.map(({ type }) => type)).toEqual(types.toReversed());
    await stripe.webhookEndpoints.del(id);
    expect((await stripe.events.list({ types })).data).toHaveLength(2);
    expect(receiver.received).toEqual([]);
  });

  it('says what an endpoint is there for, and sends to it again once it is enabled', async () => {
    const { id } = await endpointFor(['charge.refunded']);
    const off = await stripe.webhookEndpoints.update(id, { disabled: true });
    expect(off.status).toBe('disabled');
    const { data } = await stripe.webhookEndpoints.list();
    expect(data).toMatchObject([
      {
        id,
        url: receiver.url,
        status: 'disabled',
        enabled_events: ['charge.refunded'],
        api_version: null,
      },
    ]);
    await stripe.webhookEndpoints.update(id, { disabled: false });
    const session = await paid();
    await stripe.refunds.create({ payment_intent: session.intent });
    expect((await receiver.waitForType('charge.refunded')).type).toBe('charge.refunded');
  });

  it('finds what was made while the clock was in the past', async () => {
    await paid();
    await setClock(-3 * DAY_MS);
    const old = await paid();
    const refund = await stripe.refunds.create({ payment_intent: old.intent });
    const { body: dispute } = await client.control(
      'POST',
      `sessions/${(await paid()).id}/dispute`,
      {},
    );
    const review = (await stripe.reviews.list()).data;
    await paid('4000000000009235');
    await setClock(0);
    const young = await paid();
    await stripe.refunds.create({ payment_intent: young.intent });

    expect(review).toEqual([]);
    const created = { gte: daysAgo(4), lt: daysAgo(2) };
    const refunds = await stripe.refunds.list({ created });
    expect(refunds.data.map(({ id }) => id)).toEqual([refund.id]);
    const disputes = await stripe.disputes.list({ created });
    expect(disputes.data.map(({ id }) => id)).toEqual([dispute['id']]);
    expect((await stripe.reviews.list({ created })).data).toMatchObject([{ open: true }]);
    const sessions = await stripe.checkout.sessions.list({ created });
    expect(sessions.data).toHaveLength(3);
    const events = await stripe.events.list({ types: ['charge.refunded'], created });
    expect(events.data).toMatchObject([{ data: { object: { payment_intent: old.intent } } }]);
    const newer = await stripe.refunds.list({ created: { gte: daysAgo(1) } });
    expect(newer.data).toMatchObject([{ payment_intent: young.intent }]);
  });

  it('pages through all events once, newest first', async () => {
    await setClock(-2 * DAY_MS);
    await paid();
    await setClock(-3 * DAY_MS);
    await paid();
    await setClock(0);
    const seen: Stripe.Event[] = [];
    for await (const event of stripe.events.list({ created: { gte: daysAgo(4) }, limit: 3 })) {
      seen.push(event);
    }
    expect(new Set(seen.map(({ id }) => id)).size).toBe(seen.length);
    expect(seen.length).toBeGreaterThan(10);
    const times = seen.map(({ created }) => created);
    expect(times).toEqual(times.toSorted((a, b) => b - a));
    const [first, second, third] = seen;
    const back = await stripe.events.list({ ending_before: third?.id ?? '', limit: 1 });
    expect(back).toMatchObject({ data: [{ id: second?.id }], has_more: true });
    expect(first?.created).toBeGreaterThan(times.at(-1) ?? Infinity);
  });

  it('pages on although what the cursor names was delivered in between', async () => {
    await endpointFor(['product.created']);
    await client.control('PUT', 'switches', { drop: true });
    for (const name of ['Tea', 'Mug', 'Pot']) await stripe.products.create({ name });
    const undelivered = { delivery_success: false, limit: 1 };
    const [last] = (await stripe.events.list(undelivered)).data;
    await client.control('PUT', 'switches', { drop: false });
    await client.control('POST', `events/${last?.id}/redeliver`, {});
    const next = await stripe.events.list({ ...undelivered, starting_after: last?.id ?? '' });
    expect(next).toMatchObject({ data: [{ data: { object: { name: 'Mug' } } }], has_more: true });
  });

  it('keeps events for thirty days', async () => {
    await setClock(-30 * DAY_MS + 3600_000);
    const kept = await stripe.products.create({ name: 'Kept' });
    await setClock(-30 * DAY_MS - 3600_000);
    const gone = await stripe.products.create({ name: 'Gone' });
    const made = (await stripe.events.list({ type: 'product.created' })).data.find(
      (event) => (event.data.object as Stripe.Product).id === gone.id,
    );
    await setClock(0);
    const { data } = await stripe.events.list({ type: 'product.created' });
    expect(data.map((event) => (event.data.object as Stripe.Product).id)).toEqual([kept.id]);
    expect(await refusalOf(stripe.events.retrieve(made?.id ?? ''))).toMatchObject({
      statusCode: 404,
    });
  });

  it('expires the sessions of the days between', async () => {
    await setClock(-3 * DAY_MS);
    const { id } = await stripe.checkout.sessions.create({
      line_items: [
        {
          quantity: 1,
          price_data: { currency: 'usd', unit_amount: 900, product_data: { name: 'Tea' } },
        },
      ],
      success_url: 'http://shop.test/',
    });
    expect(await setClock(0)).toBeGreaterThan(Date.now() - 10_000);
    const { data } = await stripe.events.list({ type: 'checkout.session.expired' });
    expect(data).toMatchObject([{ data: { object: { id } } }]);
  });

  it('signs deliveries with the time of sending, whatever the clock says', async () => {
    await client.sandbox.close();
    client = await startClient({ webhook: { url: receiver.url, secret: WEBHOOK_SECRET } });
    stripe = client.stripe;
    await setClock(-20 * DAY_MS);
    await stripe.products.create({ name: 'Tea' });
    const { body, headers } = await receiver.waitForType('product.created');
    const signature = String(headers['stripe-signature']);
    const event = stripe.webhooks.constructEvent(body, signature, WEBHOOK_SECRET);
    expect(event.created).toBeLessThan(daysAgo(19));
  });

  it('has a clock that a reset sets right, and that refuses what is no time', async () => {
    await setClock(DAY_MS);
    expect((await client.control('GET', 'clock')).body).toMatchObject({ offsetMs: DAY_MS });
    await client.control('POST', 'reset');
    expect((await client.control('GET', 'clock')).body).toMatchObject({ offsetMs: 0 });
    for (const body of [{}, { offsetMs: 'now' }, { offsetMs: 0.5 }, { offsetMs: 0, zone: 'UTC' }]) {
      expect((await client.control('POST', 'clock', body)).status).toBe(400);
    }
  });
});
