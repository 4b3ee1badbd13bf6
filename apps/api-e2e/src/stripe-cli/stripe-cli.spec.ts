import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cleanUp } from '@shop/shop-harness/cleanup-registry';
import { Shop } from '@shop/shop-harness/shop/shop';
import { until } from '@shop/shop-harness/until';
import type Stripe from 'stripe';
import { isStripeCliMade, StripeCli } from './stripe-cli';

interface SentEvent extends Stripe.EventBase {
  deliveries: { status: number | null; attempt: number }[];
}

const ARRIVES_WITHIN_MS = 15_000;

if (!isStripeCliMade) console.warn('There is no Stripe CLI for this machine: skipped.');

/** Stripe's own command line against the sandbox, with the built API as its webhook endpoint. */
(isStripeCliMade ? describe : describe.skip)('the Stripe CLI', () => {
  let shop: Shop;
  let cli: StripeCli;
  /** Events that were triggered and have reached the API: type by id. */
  const arrived = new Map<string, string>();

  beforeAll(async () => {
    shop = await Shop.open('embedded', { sendsWebhooks: true });
    await shop.start();
    cli = await StripeCli.open(shop.sandbox.url);
  });
  afterAll(async () => {
    await cli?.close();
    await cleanUp();
  });

  async function events(): Promise<SentEvent[]> {
    return ((await shop.sandbox.call('GET', 'events')) as { events: SentEvent[] }).events;
  }

  /** Triggers an event and waits for the API's answer to it. @returns the event and the status of the answer */
  async function trigger(type: string, ...flags: string[]): Promise<[SentEvent, number | null]> {
    const before = new Set((await events()).map(({ id }) => id));
    const run = await cli.run('trigger', type, ...flags);
    const made = await until(
      async () => (await events()).find((event) => event.type === type && !before.has(event.id)),
      (event) => event !== undefined && event.deliveries.length > 0,
      { timeoutMs: ARRIVES_WITHIN_MS },
    );
    const answer = made?.deliveries[0]?.status;
    if (!made || answer === undefined) throw new Error(`No ${type} was sent:\n${run.said}`);
    expect(run).toMatchObject({ exitCode: 0, said: expect.stringContaining('Trigger succeeded!') });
    return [made, answer];
  }

  it.each([
    'checkout.session.completed',
    'checkout.session.expired',
    'payment_intent.succeeded',
    'charge.refunded',
  ])('triggers %s, which arrives at the API', async (type) => {
    const [event, answer] = await trigger(type);
    expect(answer).toBe(200);
    arrived.set(event.id, type);
  });

  it('reads the session it has paid for', async () => {
    const session = (await events()).find(({ type }) => type === 'checkout.session.completed')?.data
      .object as Stripe.Checkout.Session;
    const read = { exitCode: 0, said: expect.stringContaining('"payment_status": "paid"') };
    expect(await cli.run('checkout', 'sessions', 'retrieve', session.id)).toMatchObject(read);
    expect(await cli.run('get', session.id)).toMatchObject(read);
    expect(await cli.run('get', `/v1/checkout/sessions/${session.id}`)).toMatchObject(read);
  });

  it('is told in Stripe’s words what does not exist', async () => {
    const run = await cli.run('checkout', 'sessions', 'retrieve', 'cs_test_unknown');
    expect(run.said).toContain('"code": "resource_missing"');
    expect(run.said).toContain('cs_test_unknown');
  });

  it('runs a file of fixtures, and the ids of one reach the next', async () => {
    const file = join(shop.dataDir, 'fixtures.json');
    const fixtures = [
      { name: 'shopper', path: '/v1/customers', method: 'post', params: { name: 'Jenny Rosen' } },
      {
        name: 'payment',
        path: '/v1/payment_intents',
        method: 'post',
        params: {
          amount: 2000,
          currency: 'usd',
          customer: '${shopper:id}',
          payment_method: 'pm_card_visa',
          payment_method_types: ['card'],
          confirm: true,
        },
      },
    ];
    await writeFile(file, JSON.stringify({ _meta: { template_version: 0 }, fixtures }));
    expect(await cli.run('fixtures', file)).toMatchObject({ exitCode: 0 });
    const [shopper] = (await shop.stripe.customers.list({ limit: 1 })).data;
    const [payment] = (await shop.stripe.paymentIntents.list({ limit: 1 })).data;
    expect(shopper?.name).toBe('Jenny Rosen');
    expect(payment).toMatchObject({ customer: shopper?.id, status: 'succeeded' });
  });

  it('triggers an event whose signature is not ours, and the API refuses it', async () => {
    await shop.sandbox.switches({ wrongSignature: true });
    const [event, answer] = await trigger('payment_intent.canceled');
    expect(answer).toBe(400);
    const rows = await shop.inspect((query) =>
      query<{ id: string; type: string }>('select id, type from webhook_events'),
    );
    const stored = new Map(rows.map(({ id, type }) => [id, type]));
    expect(arrived.size).toBe(4);
    expect([...stored]).toEqual(expect.arrayContaining([...arrived]));
    expect(stored.has(event.id)).toBe(false);
  });
});
