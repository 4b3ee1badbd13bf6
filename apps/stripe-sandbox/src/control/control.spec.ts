import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type Stripe from 'stripe';
import { createReceiver, type Receiver } from '../testing/receiver';
import { startClient, WEBHOOK_SECRET, type Client } from '../testing/sandbox-client';

describe('the control API', () => {
  let client: Client;
  let receiver: Receiver;

  beforeEach(async () => {
    receiver = await createReceiver();
    client = await startClient({ webhook: { url: receiver.url, secret: WEBHOOK_SECRET } });
  });
  afterEach(async () => {
    expect([...client.sandbox.shapeProblems]).toEqual([]);
    await client.sandbox.close();
    await receiver.close();
  });

  const start = (params: Stripe.Checkout.SessionCreateParams = {}, currency = 'usd') =>
    client.stripe.checkout.sessions.create({
      line_items: [
        { quantity: 1, price_data: { currency, unit_amount: 1200, product_data: { name: 'Tea' } } },
      ],
      success_url: 'http://shop.test/{CHECKOUT_SESSION_ID}',
      ...params,
    });
  const complete = (id: string, body: object = {}) =>
    client.control('POST', `sessions/${id}/complete`, body);
  const read = (id: string) =>
    client.stripe.checkout.sessions.retrieve(id, { expand: ['payment_intent.latest_charge'] });

  it('tells what was not of the types of the SDK', async () => {
    const { body } = await client.control('GET', 'shape-problems');
    expect(body).toEqual({ checked: true, problems: [] });
  });

  it('is healthy', async () => {
    expect(await client.control('GET', 'health')).toEqual({ status: 200, body: { status: 'ok' } });
  });

  it('pays as a shopper would, filling in whatever the session asks for', async () => {
    const { id } = await start({
      phone_number_collection: { enabled: true },
      shipping_address_collection: { allowed_countries: ['DE'] },
      consent_collection: { terms_of_service: 'required' },
      custom_fields: [{ key: 'note', label: { type: 'custom', custom: 'Note' }, type: 'numeric' }],
    });
    expect(await complete(id, { name: 'Ada Lovelace' })).toMatchObject({
      status: 200,
      body: { outcome: 'completed', redirectUrl: `http://shop.test/${id}` },
    });
    expect(await read(id)).toMatchObject({
      payment_status: 'paid',
      customer_details: { name: 'Ada Lovelace', phone: '+1 415 555 0132' },
      collected_information: { shipping_details: { address: { country: 'DE' } } },
      consent: { terms_of_service: 'accepted' },
      custom_fields: [{ key: 'note', numeric: { value: '1' } }],
    });
    expect(await complete(id)).toMatchObject({
      status: 409,
      body: { outcome: 'closed', status: 'complete' },
    });
    const { body } = await client.control('GET', 'sessions');
    expect(body['sessions']).toMatchObject([{ id, status: 'complete' }]);
  });

  it('answers a decline, and fails 3-D Secure when told', async () => {
    const { id } = await start();
    const declined = await complete(id, { card: { number: '4000000000009995' } });
    expect(declined).toMatchObject({
      status: 402,
      body: { outcome: 'declined', error: { decline_code: 'insufficient_funds' } },
    });
    const card = { number: '4000002500003155' };
    expect(await complete(id, { card, authentication: 'fail' })).toMatchObject({ status: 402 });
    expect(await complete(id, { card })).toMatchObject({ status: 200 });
  });

  it('settles or fails a bank debit', async () => {
    const settled = await start();
    await complete(settled.id, { method: 'us_bank_account' });
    expect(await read(settled.id)).toMatchObject({
      status: 'complete',
      payment_status: 'unpaid',
      payment_intent: { status: 'processing', latest_charge: { status: 'pending', paid: false } },
    });
    expect((await client.control('POST', `sessions/${settled.id}/settle`)).status).toBe(200);
    expect(await read(settled.id)).toMatchObject({
      payment_status: 'paid',
      payment_intent: { status: 'succeeded', latest_charge: { status: 'succeeded', paid: true } },
    });
    await receiver.waitForType('checkout.session.async_payment_succeeded');

    const failed = await start();
    await complete(failed.id, { method: 'us_bank_account' });
    await client.control('POST', `sessions/${failed.id}/fail`);
    expect(await read(failed.id)).toMatchObject({
      status: 'complete',
      payment_status: 'unpaid',
      payment_intent: { status: 'requires_payment_method' },
    });
    await receiver.waitForType('checkout.session.async_payment_failed');
    expect((await client.control('POST', `sessions/${failed.id}/settle`)).status).toBe(400);
  });

  it('pays a voucher', async () => {
    const { id } = await start({}, 'jpy');
    await complete(id, { method: 'konbini' });
    const waiting = await read(id);
    const intent = waiting.payment_intent as Stripe.PaymentIntent;
    expect(intent.status).toBe('requires_action');
    const voucher = intent.next_action?.konbini_display_details?.hosted_voucher_url ?? '';
    expect(await (await fetch(voucher)).text()).toContain('¥1,200');
    await client.control('POST', `sessions/${id}/settle`);
    expect((await read(id)).payment_status).toBe('paid');
    expect(await (await fetch(voucher)).text()).toContain('This voucher has been paid.');
  });

  it('refunds in parts, fails a refund, disputes and decides', async () => {
    const { id } = await start();
    await complete(id);
    const charge = async () =>
      ((await read(id)).payment_intent as Stripe.PaymentIntent).latest_charge as Stripe.Charge;
    const { body: part } = await client.control('POST', `sessions/${id}/refund`, { amount: 200 });
    await client.control('POST', `sessions/${id}/refund`, { amount: 300 });
    expect((await charge()).amount_refunded).toBe(500);
    await client.control('POST', `refunds/${String(part['id'])}/fail`);
    expect((await charge()).amount_refunded).toBe(300);
    await receiver.waitForType('refund.failed');

    const { body: dispute } = await client.control('POST', `sessions/${id}/dispute`, {
      reason: 'product_not_received',
    });
    expect((await charge()).disputed).toBe(true);
    const closed = await client.control('POST', `disputes/${String(dispute['id'])}/close`, {
      outcome: 'won',
    });
    expect(closed.body).toMatchObject({ status: 'won', reason: 'product_not_received' });
    await receiver.waitForType('charge.dispute.funds_reinstated');
  });

  it('expires a session', async () => {
    const { id } = await start();
    expect((await client.control('POST', `sessions/${id}/expire`)).body).toMatchObject({
      status: 'expired',
    });
    expect((await client.control('POST', `sessions/${id}/expire`)).status).toBe(400);
    await receiver.waitForType('checkout.session.expired');
  });

  it('rolls a secret with an overlap in which both sign', async () => {
    const { body } = await client.control('GET', 'endpoints');
    const [endpoint] = body['endpoints'] as unknown as { id: string }[];
    const fresh = 'whsec_abcdefghijklmnop';
    await client.control('POST', `endpoints/${endpoint?.id}/roll-secret`, {
      secret: fresh,
      overlapMs: 60_000,
    });
    await client.stripe.customers.create({ name: 'Both' });
    const [both] = await receiver.waitFor(1);
    const verify = (secret: string, received = both) =>
      client.stripe.webhooks.constructEvent(
        received?.body ?? '',
        String(received?.headers['stripe-signature']),
        secret,
      );
    expect(verify(fresh).id).toBe(verify(WEBHOOK_SECRET).id);

    await client.control('POST', `endpoints/${endpoint?.id}/roll-secret`, { overlapMs: 0 });
    await client.stripe.customers.create({ name: 'Neither' });
    const [, last] = await receiver.waitFor(2);
    expect(() => verify(fresh, last)).toThrow('No signatures found');
  });

  it('switches one endpoint and leaves the others alone', async () => {
    const other = await createReceiver();
    const { id } = await client.stripe.webhookEndpoints.create({
      url: other.url,
      enabled_events: ['customer.created'],
    });
    const put = await client.control('PUT', `endpoints/${id}/switches`, { drop: true });
    expect(put.body).toMatchObject({ id, switches: { drop: true, copies: 1 } });
    await client.stripe.customers.create({ name: 'Jenny' });
    await receiver.waitForType('customer.created');
    const events = await client.control('GET', 'events');
    expect(events.body['events']).toMatchObject([
      { pendingEndpoints: [id], deliveries: [{ error: 'dropped by a switch' }, {}] },
    ]);
    expect(other.received).toEqual([]);
    await other.close();
  });

  it("charges in the shopper's own currency when told", async () => {
    await client.control('PUT', 'settings', {
      presentmentCurrency: 'jpy',
      presentmentPercent: 15050,
    });
    const { id } = await start();
    await complete(id);
    const details = { presentment_amount: 1806, presentment_currency: 'jpy' };
    expect(await read(id)).toMatchObject({
      amount_total: 1200,
      currency: 'usd',
      adaptive_pricing: { enabled: true },
      presentment_details: details,
      payment_intent: { presentment_details: details, latest_charge: { amount: 1200 } },
    });
    const { body } = await client.control('POST', `sessions/${id}/refund`, { amount: 400 });
    expect(body).toMatchObject({ presentment_details: { presentment_amount: 602 } });
    const plain = await start({ adaptive_pricing: { enabled: false } });
    await complete(plain.id);
    expect((await read(plain.id)).presentment_details).toBeUndefined();
  });

  it('shows a closed tab when the shopper never returns', async () => {
    await client.control('PUT', 'settings', { shopperNeverReturns: true });
    const session = await start();
    const page = await client.pay(session.url);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('The shopper closed this tab');
    expect((await read(session.id)).payment_status).toBe('paid');
  });

  it('goes back to how it began, with or without its objects', async () => {
    await client.control('PUT', 'settings', { customers: 'accounts_v2', waitForWebhook: false });
    await client.control('PUT', 'switches', { copies: 3 });
    await client.control('PUT', 'faults', { status: 500, path: '/v1/refunds' });
    await client.stripe.products.create({ name: 'Tea' });
    await client.control('POST', 'reset');
    expect((await client.control('GET', 'settings')).body).toMatchObject({
      customers: 'customers_v1',
      waitForWebhook: true,
    });
    expect((await client.control('GET', 'faults')).body).toEqual({});
    expect((await client.stripe.products.list()).data).toHaveLength(1);
    await client.control('POST', 'reset', { objects: true });
    expect((await client.stripe.products.list()).data).toEqual([]);
    const { data } = await client.stripe.webhookEndpoints.list();
    expect(data).toMatchObject([{ url: receiver.url }]);
  });

  it.each<['POST' | 'PUT', string, object]>([
    ['PUT', 'settings', { customer: 'accounts_v2' }],
    ['PUT', 'settings', { customers: 'accounts' }],
    ['PUT', 'switches', { copies: 0 }],
    ['PUT', 'switches', { late: 5 }],
    ['POST', 'reset', { everything: true }],
    ['POST', 'retry-now', { now: true }],
  ])('refuses %s %s %j', async (method, path, body) => {
    const answer = await client.control(method, path, body);
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({ error: { message: expect.any(String) } });
  });

  it('refuses what is not there, what is no JSON, and pages of other sites', async () => {
    expect((await client.control('GET', 'teapots')).status).toBe(404);
    expect((await client.control('POST', 'sessions/cs_none/complete')).status).toBe(404);
    const url = `${client.sandbox.url}/sandbox/api/reset`;
    const send = (headers: Record<string, string>, body = '{}') =>
      fetch(url, { method: 'POST', headers, body });
    const json = { 'Content-Type': 'application/json' };
    expect((await send(json, '{')).status).toBe(400);
    expect((await send({ 'Content-Type': 'text/plain' })).status).toBe(415);
    for (const site of ['cross-site', 'same-site']) {
      expect((await send({ ...json, 'Sec-Fetch-Site': site })).status).toBe(403);
    }
    expect((await send({ ...json, Origin: 'http://localhost:3000' })).status).toBe(403);
    expect((await send({ ...json, Origin: client.sandbox.url })).status).toBe(200);
  });
});
