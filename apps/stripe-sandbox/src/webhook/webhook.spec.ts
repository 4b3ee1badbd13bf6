import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type Stripe from 'stripe';
import { createReceiver, type Receiver } from '../testing/receiver';
import { startClient, WEBHOOK_SECRET, type Client } from '../testing/sandbox-client';

describe('webhooks', () => {
  let client: Client;
  let receiver: Receiver;

  const start = async (answer?: Parameters<typeof createReceiver>[0]) => {
    receiver = await createReceiver(answer);
    client = await startClient({ webhook: { url: receiver.url, secret: WEBHOOK_SECRET } });
  };
  const read = ({ body, headers }: { body: string; headers: object }): Stripe.Event =>
    client.stripe.webhooks.constructEvent(
      body,
      (headers as Record<string, string>)['stripe-signature'] ?? '',
      WEBHOOK_SECRET,
    );
  const openSession = () =>
    client.stripe.checkout.sessions.create({
      line_items: [
        {
          quantity: 1,
          price_data: { currency: 'usd', unit_amount: 500, product_data: { name: 'Tea' } },
        },
      ],
      success_url: 'http://shop.test/{CHECKOUT_SESSION_ID}',
    });

  afterEach(async () => {
    expect([...client.sandbox.shapeProblems]).toEqual([]);
    await client.sandbox.close();
    await receiver.close();
  });

  it("come in Stripe's envelope, signed so that the SDK accepts them", async () => {
    await start();
    const session = await openSession();
    await client.pay(session.url);
    const received = await receiver.waitForType('checkout.session.completed');
    const event = read(received);
    expect(event).toMatchObject({
      object: 'event',
      api_version: '2026-10-28.endive',
      livemode: false,
      pending_webhooks: 1,
      data: { object: { id: session.id, payment_status: 'paid' } },
    });
    const stored = await client.stripe.events.retrieve(event.id);
    expect(stored).toMatchObject({ type: event.type, pending_webhooks: 0 });
  });

  it('hold the redirect until the endpoint has answered', async () => {
    let release: () => void = () => undefined;
    await start((response, { type }) => {
      if (type === 'checkout.session.completed') release = () => response.end();
      else response.end();
    });
    const session = await openSession();
    let redirected = false;
    const paying = client.pay(session.url).then((response) => {
      redirected = true;
      return response;
    });
    await receiver.waitForType('checkout.session.completed');
    expect(redirected).toBe(false);
    release();
    expect((await paying).status).toBe(303);
  });

  it('do not hold the redirect when told not to wait', async () => {
    await start((response, { type }) => {
      if (type !== 'checkout.session.completed') response.end();
    });
    await client.control('PUT', 'settings', { waitForWebhook: false });
    const session = await openSession();
    expect((await client.pay(session.url)).status).toBe(303);
  });

  it('are tried again after a failure, each try with a signature of its own', async () => {
    let failures = 2;
    await start((response) => {
      response.statusCode = failures > 0 ? 500 : 200;
      failures -= 1;
      response.end('answer');
    });
    await client.stripe.customers.create({ name: 'Jenny' });
    await receiver.waitFor(1);
    await client.control('POST', 'retry-now');
    await client.control('POST', 'retry-now');
    const tries = await receiver.waitFor(3);
    const [first, , third] = tries.map(read);
    expect(third?.id).toBe(first?.id);
    const { body } = await client.control('GET', 'events');
    expect(body['events']).toMatchObject([
      {
        type: 'customer.created',
        pending_webhooks: 0,
        deliveries: [
          { attempt: 1, status: 500, body: 'answer' },
          { attempt: 2, status: 500 },
          { attempt: 3, status: 200 },
        ],
      },
    ]);
  });

  describe('that an endpoint did not take before it was disabled', () => {
    let endpoint: string;
    const retryNow = () => client.control('POST', 'retry-now');
    const setDisabled = (disabled: boolean) =>
      client.stripe.webhookEndpoints.update(endpoint, { disabled });

    beforeEach(async () => {
      let failures = 1;
      receiver = await createReceiver((response) => {
        response.statusCode = failures > 0 ? 500 : 200;
        failures -= 1;
        response.end();
      });
      client = await startClient({ settings: { retryScheduleMs: [60_000, 60_000] } });
      ({ id: endpoint } = await client.stripe.webhookEndpoints.create({
        url: receiver.url,
        enabled_events: ['checkout.session.completed'],
      }));
      // The redirect is held until the first try has ended.
      await client.pay((await openSession()).url);
      await setDisabled(true);
    });

    it('are not tried again, not even once it is enabled after the retry was due', async () => {
      await retryNow();
      await setDisabled(false);
      expect((await retryNow()).body).toEqual({ retried: 0 });
      expect(receiver.received).toHaveLength(1);
      const { data } = await client.stripe.events.list({ delivery_success: false });
      expect(data).toMatchObject([{ type: 'checkout.session.completed', pending_webhooks: 1 }]);
    });

    it('are tried again if it is enabled before the retry is due', async () => {
      await setDisabled(false);
      await retryNow();
      expect(receiver.received).toHaveLength(2);
      const { data } = await client.stripe.events.list({ delivery_success: false });
      expect(data).toEqual([]);
    });

    it('can be sent to it by hand', async () => {
      const [event] = (await client.stripe.events.list({ delivery_success: false })).data;
      await client.control('POST', `events/${event?.id}/redeliver`, {});
      expect(receiver.received).toHaveLength(2);
    });
  });

  it('come twice, wrongly signed, or not at all when the switches say so', async () => {
    await start();
    await client.control('PUT', 'switches', { copies: 2 });
    await client.stripe.customers.create({ name: 'Twice' });
    const [one, two] = await receiver.waitFor(2);
    expect(one?.body).toBe(two?.body);

    await client.control('PUT', 'switches', { copies: 1, wrongSignature: true });
    await client.stripe.customers.create({ name: 'Forged' });
    const forged = (await receiver.waitFor(3))[2];
    expect(() => forged && read(forged)).toThrow('No signatures found');

    await client.control('PUT', 'switches', { wrongSignature: false, drop: true });
    await client.stripe.customers.create({ name: 'Lost' });
    await client.control('PUT', 'switches', { drop: false });
    await client.stripe.products.create({ name: 'Kept' });
    const last = (await receiver.waitFor(4))[3];
    expect(last?.type).toBe('product.created');
    const lost = await client.stripe.events.list({ delivery_success: false });
    expect(lost.data.map((event) => event.type)).toEqual(['customer.created']);
  });

  it('arrive out of order when the switch says so', async () => {
    await start();
    await client.control('PUT', 'switches', { outOfOrder: true });
    const session = await openSession();
    await client.pay(session.url);
    await receiver.waitForType('payment_intent.created');
    const types = receiver.received.map((received) => received.type);
    expect(types.indexOf('checkout.session.completed')).toBeLessThan(
      types.indexOf('payment_intent.created'),
    );
  });

  it('can be sent again by hand', async () => {
    await start();
    await client.stripe.customers.create({ name: 'Jenny' });
    const [first] = await receiver.waitFor(1);
    const { id } = read(first ?? { body: '', headers: {} });
    await client.control('POST', `events/${id}/redeliver`, {});
    const [, second] = await receiver.waitFor(2);
    expect(second && read(second).id).toBe(id);
  });

  it.each<[string, Parameters<typeof createReceiver>[0], object]>([
    ['a time-out', () => undefined, { status: null, error: 'timed out' }],
    ['a cut connection', (response) => response.destroy(), { status: null, error: 'ECONNRESET' }],
    [
      'a redirect',
      (response) => response.writeHead(302, { Location: '/elsewhere' }).end(),
      { status: 302, error: null },
    ],
  ])('count %s as a failure', async (_what, answer, outcome) => {
    await start(answer);
    await client.control('PUT', 'settings', { webhookTimeoutMs: 50 });
    await client.stripe.products.create({ name: 'Tea' });
    await receiver.waitFor(1);
    const { data } = await client.stripe.events.list();
    // Answers once this try has ended.
    const { body } = await client.control('POST', `events/${data[0]?.id}/redeliver`, {});
    expect(body['deliveries']).toEqual(expect.arrayContaining([expect.objectContaining(outcome)]));
    expect(body['pending_webhooks']).toBe(1);
  });

  it('come thin for accounts, to endpoints that asked for that', async () => {
    receiver = await createReceiver();
    client = await startClient({
      webhook: { url: receiver.url, secret: WEBHOOK_SECRET, thinEvents: true },
    });
    const account = await client.stripe.v2.core.accounts.create({ display_name: 'Jenny' });
    await client.stripe.v2.core.accounts.update(account.id, { display_name: 'Jenny Rosen' });
    const { body, headers } = await receiver.waitForType('v2.core.account.updated');
    const notification = client.stripe.parseEventNotification(
      body,
      String(headers['stripe-signature']),
      WEBHOOK_SECRET,
    );
    expect(body).not.toContain('Jenny');
    if (notification.type !== 'v2.core.account.updated') throw new Error(notification.type);
    const related = await notification.fetchRelatedObject();
    expect(related.display_name).toBe('Jenny Rosen');
    expect((await notification.fetchEvent()).id).toBe(notification.id);
  });
});
