import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type Stripe from 'stripe';
import { refusalOf } from './compat/target';
import { startClient, type Client } from './testing/sandbox-client';

const A_DAY_MS = 24 * 3600 * 1000;

describe('a subscription', () => {
  let client: Client;
  let stripe: Stripe;
  beforeEach(async () => {
    client = await startClient();
    stripe = client.stripe;
  });
  afterEach(async () => {
    expect([...client.sandbox.shapeProblems]).toEqual([]);
    await client.sandbox.close();
  });

  const TEA: Stripe.Checkout.SessionCreateParams.LineItem = {
    quantity: 2,
    price_data: {
      currency: 'usd',
      unit_amount: 900,
      product_data: { name: 'Tea' },
      recurring: { interval: 'month' },
    },
  };
  async function subscribe(
    params: Stripe.Checkout.SessionCreateParams = {},
  ): Promise<Stripe.Subscription> {
    const { id, url } = await stripe.checkout.sessions.create({
      mode: 'subscription',
      line_items: [TEA],
      success_url: 'http://shop.test/',
      ...params,
    });
    await client.pay(url);
    const session = await stripe.checkout.sessions.retrieve(id, { expand: ['subscription'] });
    return session.subscription as Stripe.Subscription;
  }
  const act = (path: string, body: object = {}) => client.control('POST', path, body);
  const typesSince = async (before: number) => {
    const { data } = await stripe.events.list({ limit: 100 });
    return data
      .slice(0, data.length - before)
      .map(({ type }) => type)
      .reverse();
  };
  const count = async () => (await stripe.events.list({ limit: 100 })).data.length;

  it('tells which payment paid its first invoice', async () => {
    await subscribe();
    const { data } = await stripe.events.list({ type: 'invoice_payment.paid' });
    expect(data).toMatchObject([
      { data: { object: { status: 'paid', payment: { type: 'payment_intent' } } } },
    ]);
  });

  it('renews, with an invoice that is paid', async () => {
    const first = await subscribe();
    const before = await count();
    expect((await act(`subscriptions/${first.id}/renew`)).status).toBe(200);
    const renewed = await stripe.subscriptions.retrieve(first.id, { expand: ['latest_invoice'] });
    const [item] = renewed.items.data;
    expect(renewed.status).toBe('active');
    expect(item?.current_period_start).toBe(first.items.data[0]?.current_period_end);
    expect(renewed.latest_invoice).toMatchObject({
      amount_paid: 1800,
      billing_reason: 'subscription_cycle',
      status: 'paid',
      number: expect.stringMatching(/-0002$/),
    });
    const { hosted_invoice_url, id, invoice_pdf } = renewed.latest_invoice as Stripe.Invoice;
    expect(invoice_pdf).toContain(id);
    expect(await (await fetch(String(hosted_invoice_url))).text()).toContain('-0002');
    expect(await typesSince(before)).toEqual([
      'invoice.created',
      'invoice.finalized',
      'payment_intent.created',
      'charge.succeeded',
      'payment_intent.succeeded',
      'charge.updated',
      'invoice.paid',
      'invoice.payment_succeeded',
      'invoice_payment.paid',
      'customer.subscription.updated',
    ]);
  });

  it('tells whose invoice a payment paid, and lets a renewal be refunded and disputed', async () => {
    const first = await subscribe();
    await act(`subscriptions/${first.id}/renew`);
    const renewed = await stripe.subscriptions.retrieve(first.id);
    const invoice = renewed.latest_invoice as string;
    const { body: refund } = await act(`invoices/${invoice}/refund`, { amount: 300 });
    const { body: dispute } = await act(`invoices/${invoice}/dispute`, { amount: 1500 });
    const { body: warning } = await act(`invoices/${invoice}/fraud-warning`);
    const payment = String((refund as Record<string, unknown>)['payment_intent']);
    expect([refund, dispute, warning]).toMatchObject([
      { object: 'refund', amount: 300 },
      { object: 'dispute', amount: 1500, payment_intent: payment },
      { object: 'radar.early_fraud_warning', payment_intent: payment },
    ]);
    const paidBy = (payment_intent: string) =>
      stripe.invoicePayments.list({
        payment: { type: 'payment_intent', payment_intent },
        expand: ['data.invoice'],
      });
    expect((await paidBy(payment)).data).toMatchObject([
      { invoice: { id: invoice, parent: { subscription_details: { subscription: first.id } } } },
    ]);
    expect((await paidBy('pi_elsewhere')).data).toEqual([]);
  });

  it('is past due when the renewal is not paid, until it is', async () => {
    const { id } = await subscribe();
    await act(`subscriptions/${id}/renew`, { outcome: 'failed' });
    const late = await stripe.subscriptions.retrieve(id, { expand: ['latest_invoice'] });
    expect(late).toMatchObject({ status: 'past_due', latest_invoice: { status: 'open' } });
    const invoiceId = (late.latest_invoice as Stripe.Invoice).id;
    expect((await stripe.events.list({ type: 'invoice.payment_failed' })).data).toHaveLength(1);
    expect((await act(`invoices/${invoiceId}/pay`)).body).toMatchObject({ status: 'paid' });
    expect((await stripe.subscriptions.retrieve(id)).status).toBe('active');
    expect((await act(`invoices/${invoiceId}/pay`)).status).toBe(400);
  });

  it('renews with the quantity and the price that its item has got', async () => {
    const { id, items } = await subscribe();
    const [item] = items.data;
    const change = (wanted: Stripe.SubscriptionUpdateParams.Item) =>
      stripe.subscriptions.update(id, { items: [{ id: item?.id ?? '', ...wanted }] });
    const paidNext = async () => {
      await act(`subscriptions/${id}/renew`);
      const renewed = await stripe.subscriptions.retrieve(id, { expand: ['latest_invoice'] });
      return (renewed.latest_invoice as Stripe.Invoice).amount_paid;
    };
    await change({ quantity: 3 });
    expect(await paidNext()).toBe(2700);
    const product = (item?.price.product ?? '') as string;
    const priceEvery = async (interval: 'month' | 'year') => {
      const params = { product, currency: 'usd', recurring: { interval }, unit_amount: 1000 };
      return (await stripe.prices.create(params)).id;
    };
    await change({ price: await priceEvery('month') });
    expect(await paidNext()).toBe(3000);
    expect(await paidNext()).toBe(3000);
    const [event] = (await stripe.events.list({ type: 'customer.subscription.updated' })).data;
    expect(event?.data.object).toMatchObject({ items: { data: [{ quantity: 3 }] } });
    expect(await refusalOf(change({ price: await priceEvery('year') }))).toMatchObject({
      code: 'sandbox_unsupported',
      param: 'items[0][price]',
    });
  });

  describe('with a tax rate', () => {
    const subscribeTaxed = async (params: Stripe.Checkout.SessionCreateParams) => {
      const rate = { display_name: 'VAT', inclusive: false, percentage: 10 };
      const { id } = await stripe.taxRates.create(rate);
      return subscribe({ line_items: [{ ...TEA, tax_rates: [id] }], ...params });
    };
    const lastInvoiceOf = async (id: string) =>
      (await stripe.subscriptions.retrieve(id, { expand: ['latest_invoice'] })).latest_invoice;

    it('is taxed on what each period costs, not as the first one with its coupon', async () => {
      const { id: coupon } = await stripe.coupons.create({ percent_off: 50 });
      const { id, items } = await subscribeTaxed({ discounts: [{ coupon }] });
      expect(await lastInvoiceOf(id)).toMatchObject({
        amount_paid: 990,
        total_taxes: [{ amount: 90, taxable_amount: 900 }],
      });
      await act(`subscriptions/${id}/renew`);
      expect(await lastInvoiceOf(id)).toMatchObject({
        amount_paid: 1980,
        total_taxes: [{ amount: 180, taxable_amount: 1800 }],
      });
      const more = { id: items.data[0]?.id ?? '', quantity: 3 };
      await stripe.subscriptions.update(id, { items: [more] });
      await act(`subscriptions/${id}/renew`);
      expect(await lastInvoiceOf(id)).toMatchObject({
        amount_paid: 2970,
        total_taxes: [{ amount: 270, taxable_amount: 2700 }],
      });
    });

    it.each(['ends early', 'is over'])('is taxed once its trial %s', async (how) => {
      const { id } = await subscribeTaxed({ subscription_data: { trial_period_days: 7 } });
      if (how === 'ends early') await stripe.subscriptions.update(id, { trial_end: 'now' });
      else await act(`subscriptions/${id}/renew`);
      expect(await lastInvoiceOf(id)).toMatchObject({
        amount_paid: 1980,
        total_taxes: [{ amount: 180, taxable_amount: 1800 }],
      });
    });
  });

  it('ends instead of renewing when it was to end with the period', async () => {
    const { id } = await subscribe();
    const { canceled_at: askedAt } = await stripe.subscriptions.update(id, {
      cancel_at_period_end: true,
    });
    expect(askedAt).toEqual(expect.any(Number));
    await act('clock', { offsetMs: A_DAY_MS });
    const { body: ended } = await act(`subscriptions/${id}/renew`);
    expect(ended).toMatchObject({ canceled_at: askedAt, status: 'canceled' });
    expect(Number(ended['ended_at'])).toBeGreaterThan(Number(askedAt));
    expect((await stripe.events.list({ type: 'customer.subscription.deleted' })).data).toHaveLength(
      1,
    );
    expect((await act(`subscriptions/${id}/renew`)).status).toBe(404);
  });

  it('is active while a bank debit is under way, and renews by debit', async () => {
    const { id: customer } = await stripe.customers.create();
    const { id: method } = await stripe.paymentMethods.create({
      billing_details: { email: 'jenny@example.com', name: 'Jenny Rosen' },
      sepa_debit: { iban: 'DE89370400440532013000' },
      type: 'sepa_debit',
    });
    const { id: price } = await stripe.prices.create({
      currency: 'eur',
      product_data: { name: 'Tea' },
      recurring: { interval: 'month' },
      unit_amount: 900,
    });
    const { id, status } = await stripe.subscriptions.create({
      customer,
      default_payment_method: method,
      items: [{ price }],
    });
    expect(status).toBe('active');
    const open = await stripe.invoices.list({ subscription: id, status: 'open' });
    expect(open.data).toHaveLength(1);
    await act(`subscriptions/${id}/renew`);
    const renewed = await stripe.subscriptions.retrieve(id, { expand: ['latest_invoice'] });
    expect(renewed).toMatchObject({
      status: 'active',
      latest_invoice: { billing_reason: 'subscription_cycle', status: 'paid' },
    });
    await act(`subscriptions/${id}/renew`, { outcome: 'failed' });
    expect((await stripe.subscriptions.retrieve(id)).status).toBe('past_due');
  });

  it('is active once its shopper has passed 3-D Secure', async () => {
    const { id: customer } = await stripe.customers.create({
      invoice_settings: { default_payment_method: 'pm_card_authenticationRequired' },
      payment_method: 'pm_card_authenticationRequired',
    });
    const { id: price } = await stripe.prices.create({
      currency: 'usd',
      product_data: { name: 'Tea' },
      recurring: { interval: 'month' },
      unit_amount: 900,
    });
    const { id, status } = await stripe.subscriptions.create({ customer, items: [{ price }] });
    expect(status).toBe('incomplete');
    const [intent] = (await stripe.paymentIntents.list({ customer })).data;
    const page = intent?.next_action?.redirect_to_url?.url ?? '';
    await fetch(page, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ result: 'pass' }),
    });
    expect(await stripe.subscriptions.retrieve(id, { expand: ['latest_invoice'] })).toMatchObject({
      status: 'active',
      latest_invoice: { status: 'paid' },
    });
  });

  it('ends with its period when its customer says so in the billing portal, and only their own', async () => {
    const { customer, id } = await subscribe();
    const portal = await stripe.billingPortal.sessions.create({
      customer: customer as string,
      return_url: 'http://shop.test/account',
    });
    const change = (subscription: string, wanted: string) =>
      fetch(portal.url, {
        method: 'POST',
        redirect: 'manual',
        body: new URLSearchParams({ subscription, change: wanted }),
      });
    expect((await change(id, 'end')).status).toBe(303);
    const ending = await stripe.subscriptions.retrieve(id);
    expect(ending.cancel_at).toBe(ending.items.data[0]?.current_period_end);
    expect(ending.canceled_at).toEqual(expect.any(Number));
    await change(id, 'keep');
    expect(await stripe.subscriptions.retrieve(id)).toMatchObject({
      cancel_at: null,
      canceled_at: null,
    });
    const other = await subscribe();
    expect((await change(other.id, 'end')).status).toBe(404);
  });

  it('has a billing portal that leads back', async () => {
    const { customer } = await subscribe();
    const portal = await stripe.billingPortal.sessions.create({
      customer: customer as string,
      return_url: 'http://shop.test/account',
    });
    expect(portal).toMatchObject({ customer, return_url: 'http://shop.test/account' });
    const page = await (await fetch(portal.url)).text();
    expect(page).toContain('Billing portal');
    expect(page).toContain('href="http://shop.test/account"');
    const nobody = stripe.billingPortal.sessions.create({ customer: 'cus_none' });
    expect(await refusalOf(nobody)).toMatchObject({ code: 'resource_missing', param: 'customer' });
  });
});
