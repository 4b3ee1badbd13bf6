import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type Stripe from 'stripe';
import { createReceiver, type Receiver } from '../testing/receiver';
import { startClient, WEBHOOK_SECRET, type Client } from '../testing/sandbox-client';

describe('thin events', () => {
  let client: Client;
  let receiver: Receiver;
  let stripe: Stripe;
  beforeEach(async () => {
    receiver = await createReceiver();
    client = await startClient({
      webhook: { url: receiver.url, secret: WEBHOOK_SECRET, thinEvents: 'twins' },
    });
    stripe = client.stripe;
  });
  afterEach(async () => {
    expect([...client.sandbox.shapeProblems]).toEqual([]);
    await client.sandbox.close();
    await receiver.close();
  });

  const buy = async () => {
    const { id, url } = await stripe.checkout.sessions.create({
      line_items: [
        {
          quantity: 1,
          price_data: { currency: 'usd', unit_amount: 2000, product_data: { name: 'Tea' } },
        },
      ],
      success_url: 'http://shop.test/',
    });
    await client.pay(url);
    return id;
  };

  it('are twins of snapshot events and point at the object', async () => {
    const id = await buy();
    const { body, headers } = await receiver.waitForType('v1.checkout.session.completed');
    const snapshot = await receiver.waitForType('checkout.session.completed');
    const signature = String(headers['stripe-signature']);
    const notification = stripe.parseEventNotification(body, signature, WEBHOOK_SECRET);
    expect(JSON.parse(body)).toMatchObject({
      id: notification.id,
      object: 'v2.core.event',
      type: 'v1.checkout.session.completed',
      snapshot_event: (JSON.parse(snapshot.body) as Stripe.Event).id,
      related_object: { id, type: 'checkout.session', url: `/v1/checkout/sessions/${id}` },
    });
    expect(body).not.toContain('amount_total');
    const read = await stripe.v2.core.events.retrieve(notification.id);
    expect(read.type).toBe('v1.checkout.session.completed');
  });

  it('are sent alone to a destination that wants only them', async () => {
    const other = await createReceiver();
    await stripe.v2.core.eventDestinations.create({
      enabled_events: ['v1.refund.created', 'v1.charge.dispute.created'],
      event_payload: 'thin',
      name: 'thin only',
      type: 'webhook_endpoint',
      webhook_endpoint: { url: other.url },
    });
    const id = await buy();
    await client.control('POST', `sessions/${id}/refund`, { amount: 100 });
    await client.control('POST', `sessions/${id}/dispute`);
    const received = await other.waitFor(2);
    expect(received.map(({ body }) => JSON.parse(body) as object)).toEqual([
      expect.objectContaining({
        type: 'v1.refund.created',
        related_object: {
          id: expect.any(String),
          type: 'refund',
          url: expect.stringMatching(/^.v1.refunds.re_/),
        },
      }),
      expect.objectContaining({ type: 'v1.charge.dispute.created' }),
    ]);
    await other.close();
  });

  it('tell that events were not generated, with details on request', async () => {
    const { body } = await client.control('POST', 'health-event', {
      eventType: 'charge.refunded',
      relatedObjectIds: ['ch_1'],
    });
    const sent = await receiver.waitForType('v2.core.health.event_generation_failure.resolved');
    expect(sent.body).not.toContain('ch_1');
    const read = await stripe.v2.core.events.retrieve(String(body['id']));
    expect(read).toMatchObject({
      type: 'v2.core.health.event_generation_failure.resolved',
      related_object: null,
      data: {
        impact: {
          event_type: 'charge.refunded',
          related_object: { id: 'ch_1', type: 'charge', url: '/v1/charges/ch_1' },
        },
      },
    });
  });
});
