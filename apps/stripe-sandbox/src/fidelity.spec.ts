import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type Stripe from 'stripe';
import { refusalOf } from './compat/target';
import { createReceiver, type Receiver } from './testing/receiver';
import { type Client, pageBelow, startClient, WEBHOOK_SECRET } from './testing/sandbox-client';

describe('details that clients depend on', () => {
  let client: Client;
  let receiver: Receiver;
  let stripe: Stripe;
  beforeAll(async () => {
    receiver = await createReceiver();
    client = await startClient({ webhook: { url: receiver.url, secret: WEBHOOK_SECRET } });
    stripe = client.stripe;
  });
  afterAll(async () => {
    expect([...client.sandbox.shapeProblems]).toEqual([]);
    await client.sandbox.close();
    await receiver.close();
  });

  const start = (params: Stripe.Checkout.SessionCreateParams = {}) =>
    stripe.checkout.sessions.create({
      line_items: [
        {
          quantity: 1,
          price_data: { currency: 'usd', unit_amount: 1200, product_data: { name: 'Tea' } },
        },
      ],
      success_url: 'http://shop.test/{CHECKOUT_SESSION_ID}',
      ...params,
    });
  const eventTypes = async (objectId: string) => {
    const { data } = await stripe.events.list({ limit: 100 });
    return data
      .filter(({ data: { object } }) => (object as { id?: string }).id === objectId)
      .map(({ type }) => type)
      .reverse();
  };
  /** A form body as other libraries write it. */
  const post = async (path: string, body: string) => {
    const response = await fetch(`${client.sandbox.url}${path}`, {
      method: 'POST',
      headers: { Authorization: 'Bearer sk_test_suite' },
      body,
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };

  it('gives a session a URL with a fragment, and the page opens with it', async () => {
    const { id, url } = await start();
    expect(url).toMatch(new RegExp(`/c/pay/${id}#fid\\w+$`));
    expect((await fetch(String(url))).status).toBe(200);
    expect((await client.pay(url)).headers.get('location')).toBe(`http://shop.test/${id}`);
  });

  it('takes True and False as booleans, and nothing else', async () => {
    const product = await post('/v1/products', 'name=Tea&active=False&shippable=True');
    expect(product).toMatchObject({ status: 200, body: { active: false, shippable: true } });
    expect(await post('/v1/products', 'name=Tea&active=no')).toMatchObject({
      status: 400,
      body: { error: { param: 'active' } },
    });
  });

  it('unsets texts with null', async () => {
    const { id } = await stripe.customers.create({ email: 'a@b.de', name: 'Ada', phone: '1' });
    const nothing = { email: null, name: null } as unknown as Stripe.CustomerUpdateParams;
    expect(await stripe.customers.update(id, nothing)).toMatchObject({
      email: null,
      name: null,
      phone: '1',
    });
    const { latest_charge: charge } = await pay();
    await stripe.charges.update(charge as string, { description: 'Tea' });
    const without = { description: null } as unknown as Stripe.ChargeUpdateParams;
    expect((await stripe.charges.update(charge as string, without)).description).toBeNull();
  });

  it('says that a request of Stripe is not implemented, unlike one that does not exist', async () => {
    expect(await refusalOf(stripe.payouts.list())).toMatchObject({
      statusCode: 400,
      code: 'sandbox_unsupported',
      message: 'GET /v1/payouts exists at Stripe, but is not implemented in the sandbox.',
    });
    expect(await refusalOf(stripe.payouts.cancel('po_1'))).toMatchObject({
      message: expect.stringContaining('not implemented in the sandbox'),
    });
    expect(await refusalOf(stripe.rawRequest('GET', '/v1/teapots'))).toMatchObject({
      statusCode: 404,
      message: expect.stringContaining('Unrecognized request URL'),
    });
  });

  it('sends an event again for `stripe events resend`', async () => {
    const { id } = await stripe.products.create({ name: 'Resent' });
    const { data } = await stripe.events.list({ type: 'product.created', limit: 1 });
    const eventId = data[0]?.id ?? '';
    const times = () => receiver.received.filter(({ body }) => body.includes(id)).length;
    await receiver.waitForType('product.created');
    const before = receiver.received.length;
    const answer = await post(`/v1/events/${eventId}/retry`, 'for_stripecli=true');
    expect(answer).toMatchObject({ status: 200, body: { id: eventId, object: 'event' } });
    await receiver.waitFor(before + 1);
    const [endpoint] = (await stripe.webhookEndpoints.list()).data;
    await post(`/v1/events/${eventId}/retry`, `webhook_endpoint=${endpoint?.id}`);
    await receiver.waitFor(before + 2);
    expect(times()).toBeGreaterThanOrEqual(2);
    expect(await post(`/v1/events/${eventId}/retry`, 'webhook_endpoint=we_none')).toMatchObject({
      status: 400,
      body: { error: { code: 'resource_missing', param: 'webhook_endpoint' } },
    });
    expect((await post('/v1/events/evt_none/retry', '')).status).toBe(404);
  });

  it('sends the events of tax rates', async () => {
    const { id } = await stripe.taxRates.create({
      display_name: 'VAT',
      inclusive: true,
      percentage: 19,
    });
    await stripe.taxRates.update(id, { active: false });
    expect(await eventTypes(id)).toEqual(['tax_rate.created', 'tax_rate.updated']);
  });

  it('books a charge after the payment, with an event of its own', async () => {
    const { latest_charge: charge } = await pay();
    expect(await eventTypes(charge as string)).toEqual(['charge.succeeded', 'charge.updated']);
    const { data } = await stripe.events.list({ type: 'charge.updated', limit: 1 });
    expect(data[0]?.data).toMatchObject({
      object: { balance_transaction: expect.stringMatching(/^txn_/) },
      previous_attributes: { balance_transaction: null },
    });
  });

  it('books a charge that is captured later after its capture', async () => {
    const { id, latest_charge: charge } = await stripe.paymentIntents.create({
      amount: 2000,
      capture_method: 'manual',
      confirm: true,
      currency: 'usd',
      payment_method: 'pm_card_visa',
    });
    await stripe.paymentIntents.capture(id, { amount_to_capture: 1500 });
    expect(await eventTypes(charge as string)).toEqual([
      'charge.succeeded',
      'charge.captured',
      'charge.updated',
    ]);
    const booked = await stripe.charges.retrieve(charge as string, {
      expand: ['balance_transaction'],
    });
    expect(booked.balance_transaction).toMatchObject({ amount: 1500 });
    const refund = await stripe.refunds.create({ payment_intent: id });
    expect(refund.amount).toBe(1500);
    expect(await stripe.charges.retrieve(charge as string)).toMatchObject({
      amount_captured: 1500,
      amount_refunded: 2000,
      refunded: true,
    });
  });

  it('does not take a promotion code that leaves too little to charge', async () => {
    const coupon = await stripe.coupons.create({ amount_off: 1180, currency: 'usd' });
    await stripe.promotionCodes.create({
      code: 'NEARLYFREE',
      promotion: { type: 'coupon', coupon: coupon.id },
    });
    const { id, url } = await start({ allow_promotion_codes: true });
    const page = await fetch(pageBelow(url, 'update'), {
      method: 'POST',
      body: new URLSearchParams({ applyCode: '1', promotionCode: 'NEARLYFREE' }),
    });
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('below the smallest amount that can be paid');
    expect(await stripe.checkout.sessions.retrieve(id)).toMatchObject({
      amount_total: 1200,
      discounts: [],
    });
  });

  it('starts no subscription when Stripe’s command line confirms an order of nothing', async () => {
    const { id: coupon } = await stripe.coupons.create({ percent_off: 100 });
    const { id } = await start({ discounts: [{ coupon }] });
    const { id: method } = await stripe.paymentMethods.create({
      billing_details: { email: 'jenny@example.com', name: 'Jenny Rosen' },
      card: { token: 'tok_visa' },
      type: 'card',
    });
    const confirmed = await post(`/v1/payment_pages/${id}/confirm`, `payment_method=${method}`);
    expect(confirmed.status).toBe(200);
    expect(await stripe.checkout.sessions.retrieve(id)).toMatchObject({
      status: 'complete',
      payment_status: 'no_payment_required',
      customer: null,
      invoice: null,
      payment_intent: null,
      subscription: null,
    });
  });

  const pay = (method = 'pm_card_visa') =>
    stripe.paymentIntents.create({
      amount: 2000,
      currency: 'usd',
      confirm: true,
      payment_method: method,
      return_url: 'https://shop.example/back',
    });

  it('does not refund what a dispute has taken back', async () => {
    const { id } = await pay('pm_card_createDispute');
    expect(await refusalOf(stripe.refunds.create({ payment_intent: id }))).toMatchObject({
      statusCode: 400,
      code: 'charge_disputed',
    });
    const [dispute] = (await stripe.disputes.list({ payment_intent: id })).data;
    await stripe.disputes.update(dispute?.id ?? '', {
      evidence: { uncategorized_text: 'winning_evidence' },
    });
    expect((await stripe.refunds.create({ payment_intent: id })).amount).toBe(2000);
  });

  it('refuses more than 20 recurring lines', async () => {
    const line = (recurring: boolean) => ({
      quantity: 1,
      price_data: {
        currency: 'usd',
        unit_amount: 1200,
        product_data: { name: 'Tea' },
        ...(recurring && { recurring: { interval: 'month' as const } }),
      },
    });
    const lines = (recurring: number, once: number) =>
      start({
        mode: 'subscription',
        line_items: [
          ...Array.from({ length: recurring }, () => line(true)),
          ...Array.from({ length: once }, () => line(false)),
        ],
      });
    expect((await lines(20, 20)).status).toBe('open');
    expect(await refusalOf(lines(21, 0))).toMatchObject({ statusCode: 400, param: 'line_items' });
    expect(await refusalOf(lines(1, 21))).toMatchObject({ statusCode: 400, param: 'line_items' });
  });

  it('refuses archived prices, and prices of archived products', async () => {
    const product = await stripe.products.create({ name: 'Tea' });
    const price = await stripe.prices.create({
      currency: 'usd',
      product: product.id,
      unit_amount: 900,
    });
    const buy = () => start({ line_items: [{ price: price.id, quantity: 1 }] });
    expect((await buy()).amount_total).toBe(900);
    await stripe.products.update(product.id, { active: false });
    expect(await refusalOf(buy())).toMatchObject({ param: 'line_items[0][price]' });
    await stripe.products.update(product.id, { active: true });
    await stripe.prices.update(price.id, { active: false });
    expect(await refusalOf(buy())).toMatchObject({ param: 'line_items[0][price]' });
  });

  it('refuses U+0000 in every text', async () => {
    expect(await refusalOf(stripe.products.create({ name: 'T\0' }))).toMatchObject({
      statusCode: 400,
      param: 'name',
    });
    const metadata = { 'a\0': 'b' };
    expect(await refusalOf(stripe.products.create({ name: 'T', metadata }))).toMatchObject({
      statusCode: 400,
    });
    const { id, url } = await start();
    expect((await client.pay(url, { billingName: 'Jenny\0' })).status).toBe(402);
    expect(
      await client.control('POST', `sessions/${id}/complete`, { name: 'Jenny\0' }),
    ).toMatchObject({ status: 402, body: { outcome: 'declined', error: { param: 'name' } } });
    expect((await client.pay(url)).status).toBe(303);
  });
});
