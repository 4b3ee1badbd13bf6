import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type Stripe from 'stripe';
import { startClient, type Client } from './testing/sandbox-client';

describe('a payment that takes time', () => {
  let client: Client;
  let stripe: Stripe;
  beforeEach(async () => {
    client = await startClient({ settings: { bankTransfers: true } });
    stripe = client.stripe;
  });
  afterEach(async () => {
    expect([...client.sandbox.shapeProblems]).toEqual([]);
    await client.sandbox.close();
  });

  const start = (currency: string) =>
    stripe.checkout.sessions.create({
      line_items: [
        { quantity: 1, price_data: { currency, unit_amount: 2000, product_data: { name: 'Tea' } } },
      ],
      success_url: 'http://shop.test/{CHECKOUT_SESSION_ID}',
    });
  const read = async (id: string) => {
    const session = await stripe.checkout.sessions.retrieve(id, { expand: ['payment_intent'] });
    return { session, intent: session.payment_intent as Stripe.PaymentIntent };
  };
  const act = (path: string, body: object = {}) => client.control('POST', path, body);

  it('by voucher can be canceled until it is paid, and not be paid then', async () => {
    const { id } = await start('jpy');
    await act(`sessions/${id}/complete`, { method: 'konbini' });
    const { intent } = await read(id);
    await client.control('PUT', 'settings', { cancelCheckoutPayments: false });
    await expect(stripe.paymentIntents.cancel(intent.id)).rejects.toMatchObject({
      statusCode: 400,
      message: 'You cannot perform this action on PaymentIntents created by Checkout.',
    });
    await client.control('PUT', 'settings', { cancelCheckoutPayments: true });
    await stripe.paymentIntents.cancel(intent.id);
    const { session, intent: canceled } = await read(id);
    expect(session).toMatchObject({ status: 'complete', payment_status: 'unpaid' });
    expect(canceled).toMatchObject({ status: 'canceled', next_action: null });
    expect((await act(`sessions/${id}/settle`)).status).toBe(400);
    const url = intent.next_action?.konbini_display_details?.hosted_voucher_url;
    expect(await (await fetch(String(url))).text()).not.toContain('FamilyMart');
  });

  it('that has failed is not made good by the shop: Checkout alone confirms it', async () => {
    const { id } = await start('jpy');
    await act(`sessions/${id}/complete`, { method: 'konbini' });
    await act(`sessions/${id}/fail`);
    const { intent } = await read(id);
    expect(intent.status).toBe('requires_payment_method');
    const confirm = stripe.paymentIntents.confirm(intent.id, {
      payment_method: 'pm_card_visa',
      return_url: 'http://shop.test/back',
    });
    await expect(confirm).rejects.toMatchObject({
      statusCode: 400,
      message: 'You cannot perform this action on PaymentIntents created by Checkout.',
    });
    expect(await read(id)).toMatchObject({
      session: { payment_status: 'unpaid' },
      intent: { status: 'requires_payment_method' },
    });
  });

  it('by bank transfer can arrive in parts', async () => {
    const { id } = await start('eur');
    expect((await act(`sessions/${id}/complete`, { method: 'customer_balance' })).status).toBe(200);
    const { session, intent } = await read(id);
    expect(session).toMatchObject({ status: 'complete', payment_status: 'unpaid' });
    const instructions = intent.next_action?.display_bank_transfer_instructions;
    expect(instructions).toMatchObject({
      amount_remaining: 2000,
      currency: 'eur',
      type: 'eu_bank_transfer',
      reference: expect.any(String),
    });
    await act(`sessions/${id}/transfer`, { amount: 1500 });
    expect((await read(id)).intent).toMatchObject({
      status: 'requires_action',
      next_action: { display_bank_transfer_instructions: { amount_remaining: 500 } },
    });
    const page = await (await fetch(String(instructions?.hosted_instructions_url))).text();
    expect(page).toContain('€5.00');
    expect(page).toContain(instructions?.reference);
    expect((await act(`sessions/${id}/transfer`, { amount: 501 })).status).toBe(400);
    await act(`sessions/${id}/transfer`, { amount: 500 });
    const paid = await read(id);
    expect(paid.session.payment_status).toBe('paid');
    expect(paid.intent).toMatchObject({ status: 'succeeded', amount_received: 2000 });
    const { data } = await stripe.events.list({ limit: 100 });
    expect(data.map(({ type }) => type)).toEqual(
      expect.arrayContaining([
        'payment_intent.partially_funded',
        'checkout.session.async_payment_succeeded',
      ]),
    );
  });

  it('by bank transfer is offered only with the setting', async () => {
    expect((await start('eur')).payment_method_types).toContain('customer_balance');
    await client.control('PUT', 'settings', { bankTransfers: false });
    expect((await start('eur')).payment_method_types).not.toContain('customer_balance');
  });

  it('by bank debit may wait for microdeposits first', async () => {
    const { id } = await start('usd');
    await act(`sessions/${id}/complete`, { method: 'us_bank_account', microdeposits: true });
    const { intent } = await read(id);
    expect(intent).toMatchObject({
      status: 'requires_action',
      next_action: {
        type: 'verify_with_microdeposits',
        verify_with_microdeposits: { arrival_date: expect.any(Number) },
      },
    });
    const url = intent.next_action?.verify_with_microdeposits?.hosted_verification_url;
    expect((await fetch(String(url))).status).toBe(200);
    expect((await act(`sessions/${id}/verify-microdeposits`)).status).toBe(200);
    expect((await read(id)).intent.status).toBe('processing');
    expect((await act(`sessions/${id}/verify-microdeposits`)).status).toBe(400);
    await act(`sessions/${id}/settle`);
    expect((await read(id)).session.payment_status).toBe('paid');
  });

  describe('by bank debit, of a subscription,', () => {
    const subscribe = (currency: string) =>
      stripe.checkout.sessions.create({
        mode: 'subscription',
        line_items: [
          {
            quantity: 1,
            price_data: {
              currency,
              unit_amount: 2000,
              product_data: { name: 'Tea club' },
              recurring: { interval: 'month' },
            },
          },
        ],
        success_url: 'http://shop.test/{CHECKOUT_SESSION_ID}',
      });
    const readAll = (id: string) =>
      stripe.checkout.sessions.retrieve(id, { expand: ['subscription', 'invoice'] });
    const typesOf = async () =>
      (await stripe.events.list({ limit: 100 })).data.map(({ type }) => type);

    it.each([
      ['sepa_debit', 'eur'],
      ['us_bank_account', 'usd'],
    ])('is under way with %s, and the subscription active', async (method, currency) => {
      const { id, payment_method_types: types, url } = await subscribe(currency);
      expect(types).toEqual(['card', method]);
      const answer = await client.pay(url, { method });
      expect(answer.headers.get('location')).toBe(`http://shop.test/${id}`);
      const session = await readAll(id);
      expect(session).toMatchObject({
        status: 'complete',
        payment_status: 'unpaid',
        payment_intent: null,
        subscription: { status: 'active' },
        invoice: { amount_paid: 0, amount_remaining: 2000, status: 'open' },
      });
      const invoice = (session.invoice as Stripe.Invoice).id;
      const expand = ['data.payment.payment_intent'];
      expect((await stripe.invoicePayments.list({ invoice, expand })).data).toMatchObject([
        { status: 'open', payment: { payment_intent: { status: 'processing' } } },
      ]);
    });

    it('pays its invoice once the money has come', async () => {
      const { id } = await subscribe('eur');
      await act(`sessions/${id}/complete`, { method: 'sepa_debit' });
      expect(await typesOf()).not.toContain('invoice.paid');
      await act(`sessions/${id}/settle`);
      expect(await readAll(id)).toMatchObject({
        payment_status: 'paid',
        subscription: { status: 'active' },
        invoice: { amount_paid: 2000, status: 'paid' },
      });
      expect(await typesOf()).toEqual(
        expect.arrayContaining(['invoice.paid', 'checkout.session.async_payment_succeeded']),
      );
    });

    it('leaves it past due when the bank refuses, and its invoice can be voided', async () => {
      await client.control('PUT', 'settings', { cancelCheckoutPayments: false });
      const { id } = await subscribe('eur');
      await act(`sessions/${id}/complete`, { method: 'sepa_debit' });
      await act(`sessions/${id}/fail`);
      const session = await readAll(id);
      expect(session).toMatchObject({
        payment_status: 'unpaid',
        subscription: { status: 'past_due' },
        invoice: { amount_paid: 0, status: 'open' },
      });
      const told = await typesOf();
      expect(told).not.toContain('invoice.paid');
      expect(told).toEqual(
        expect.arrayContaining([
          'invoice.payment_failed',
          'customer.subscription.updated',
          'checkout.session.async_payment_failed',
        ]),
      );
      const { id: invoice } = session.invoice as Stripe.Invoice;
      expect((await stripe.invoices.voidInvoice(invoice)).status).toBe('void');
    });

    it('waits for no microdeposits', async () => {
      const { id } = await subscribe('usd');
      const how = { method: 'us_bank_account', microdeposits: true };
      expect((await act(`sessions/${id}/complete`, how)).status).toBe(402);
    });
  });

  it('by bank debit ends at once with a test account of Stripe', async () => {
    const pay = async (iban: string) => {
      const { id } = await start('eur');
      const method = await stripe.paymentMethods.create({
        type: 'sepa_debit',
        sepa_debit: { iban },
        billing_details: { name: 'Jenny Rosen', email: 'jenny.rosen@example.com' },
      });
      expect(method.sepa_debit?.last4).toBe(iban.slice(-4));
      await stripe.rawRequest('POST', `/v1/payment_pages/${id}/confirm`, {
        payment_method: method.id,
      });
      return read(id);
    };
    const paid = await pay('AT611904300234573201');
    expect(paid.session.payment_status).toBe('paid');
    const refused = await pay('AT861904300235473202');
    expect(refused.session).toMatchObject({ status: 'complete', payment_status: 'unpaid' });
    expect(refused.intent.status).toBe('requires_payment_method');
    expect((await pay('AT321904300235473204')).intent.status).toBe('processing');
    const { data } = await stripe.events.list({ limit: 100 });
    expect(data.map(({ type }) => type)).toEqual(
      expect.arrayContaining([
        'checkout.session.async_payment_succeeded',
        'checkout.session.async_payment_failed',
      ]),
    );
  });

  it('by voucher keeps the shopper on the voucher, with a link to the shop', async () => {
    const pay = async (method = 'konbini', currency = 'jpy') => {
      const { id, url } = await start(currency);
      const answer = await client.pay(url, { method });
      return { id, location: answer.headers.get('location') ?? '' };
    };
    const stayed = await pay();
    const { intent } = await read(stayed.id);
    expect(stayed.location).toBe(`${client.sandbox.url}/vouchers/${intent.id}`);
    expect(intent.next_action?.konbini_display_details).toMatchObject({
      expires_at: expect.any(Number),
      hosted_voucher_url: stayed.location,
      stores: { lawson: { payment_code: expect.any(String) } },
    });
    const page = await (await fetch(stayed.location)).text();
    const details = intent.next_action?.konbini_display_details;
    const deadline = new Date((details?.expires_at ?? 0) * 1000);
    expect(page).toContain('¥2,000');
    expect(page).toContain(details?.stores.lawson?.payment_code);
    expect(page).toContain(String(deadline.getUTCFullYear()));
    expect(page).toContain(`href="http://shop.test/${stayed.id}"`);
    expect(page).toContain('Back to the shop');
    expect((await pay('customer_balance', 'eur')).location).toContain('/vouchers/pi_');
    expect((await pay('sepa_debit', 'eur')).location).toContain('http://shop.test/');
    const { id } = await start('jpy');
    const completed = await act(`sessions/${id}/complete`, { method: 'konbini' });
    expect(completed.body).toMatchObject({
      redirectUrl: expect.stringContaining(`${client.sandbox.url}/vouchers/pi_`),
    });

    await client.control('PUT', 'settings', { voucherPayerStays: false });
    const returned = await pay();
    expect(returned.location).toBe(`http://shop.test/${returned.id}`);
  });
});
