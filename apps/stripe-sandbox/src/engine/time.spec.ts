import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type Stripe from 'stripe';
import { manualClock, type ManualClock } from '../testing/manual-clock';
import { createReceiver } from '../testing/receiver';
import { startClient, WEBHOOK_SECRET, type Client } from '../testing/sandbox-client';

const MINUTE_MS = 60_000;

describe('the clock', () => {
  let client: Client;
  let clock: ManualClock;
  beforeEach(async () => {
    clock = manualClock();
    client = await startClient({ clock });
  });
  afterEach(() => client.sandbox.close());

  const start = (params: Stripe.Checkout.SessionCreateParams = {}) =>
    client.stripe.checkout.sessions.create({
      success_url: 'http://shop.test/',
      line_items: [
        {
          quantity: 1,
          price_data: { currency: 'usd', unit_amount: 900, product_data: { name: 'Tea' } },
        },
      ],
      ...params,
    });

  it('expires a session when its time has come, and not before', async () => {
    const created = Math.floor(clock.nowMs() / 1000);
    const session = await start({ expires_at: created + 30 * 60 });
    clock.advance(30 * MINUTE_MS - 1000);
    expect((await client.stripe.checkout.sessions.retrieve(session.id)).status).toBe('open');
    clock.advance(1000);
    const { data } = await client.stripe.events.list({ type: 'checkout.session.expired' });
    expect(data).toMatchObject([{ data: { object: { id: session.id, status: 'expired' } } }]);
    expect((await client.pay(session.url)).status).toBe(410);
  });

  it('ends a recovery link after thirty days', async () => {
    const session = await start({ after_expiration: { recovery: { enabled: true } } });
    const expired = await client.stripe.checkout.sessions.expire(session.id);
    const url = expired.after_expiration?.recovery?.url ?? '';
    clock.advance(30 * 24 * 60 * MINUTE_MS - MINUTE_MS);
    expect((await fetch(url)).status).toBe(200);
    clock.advance(MINUTE_MS);
    expect((await fetch(url)).status).toBe(410);
  });

  it('forgets an idempotency key after a day', async () => {
    const options = { idempotencyKey: 'daily' };
    const first = await client.stripe.products.create({ name: 'Tea' }, options);
    clock.advance(24 * 60 * MINUTE_MS + 1);
    const second = await client.stripe.products.create({ name: 'Tea' }, options);
    expect(second.id).not.toBe(first.id);
  });

  it('tries an endpoint again after longer and longer waits, and then no more', async () => {
    const receiver = await createReceiver((response) => {
      response.statusCode = 503;
      response.end();
    });
    const waiting = await startClient({
      clock,
      settings: { retryScheduleMs: [1000, 5000] },
      webhook: { url: receiver.url, secret: WEBHOOK_SECRET },
    });
    await waiting.stripe.products.create({ name: 'Tea' });
    await receiver.waitFor(1);
    for (const [index, waitMs] of [1000, 5000].entries()) {
      await recorded(waiting, index + 1);
      clock.advance(waitMs - 1);
      expect(receiver.received).toHaveLength(index + 1);
      clock.advance(1);
      await receiver.waitFor(index + 2);
    }
    await recorded(waiting, 3);
    expect((await waiting.control('POST', 'retry-now')).body).toEqual({ retried: 0 });
    const { data } = await waiting.stripe.events.list({ delivery_success: false });
    expect(data).toHaveLength(1);
    await waiting.sandbox.close();
    await receiver.close();
  });

  /** Waits until the result of a delivery is stored: that is a little after the endpoint has answered. */
  async function recorded(from: Client, deliveries: number): Promise<void> {
    for (;;) {
      const { body } = await from.control('GET', 'events');
      const [event] = body['events'] as unknown as { deliveries: unknown[] }[];
      if (event?.deliveries.length === deliveries) return;
    }
  }
});
