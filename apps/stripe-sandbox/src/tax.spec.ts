import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type Stripe from 'stripe';
import { startClient, type Client } from './testing/sandbox-client';

describe('tax', () => {
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

  const start = async (params: Stripe.Checkout.SessionCreateParams = {}) => {
    const { id } = await stripe.checkout.sessions.create({
      line_items: [
        {
          price_data: { currency: 'usd', product_data: { name: 'Tea' }, unit_amount: 1190 },
          quantity: 1,
        },
      ],
      success_url: 'http://shop.test/',
      ...params,
    });
    return stripe.checkout.sessions.retrieve(id, {
      expand: ['total_details.breakdown', 'line_items'],
    });
  };
  const set = (settings: object) => client.control('PUT', 'settings', settings);
  const rate = (inclusive: boolean) =>
    stripe.taxRates.create({ display_name: 'VAT', inclusive, percentage: 19 });
  const WITHIN = {
    amount_subtotal: 1190,
    amount_total: 1190,
    total_details: {
      amount_tax: 190,
      breakdown: {
        taxes: [{ amount: 190, taxable_amount: 1000, rate: { inclusive: true, percentage: 19 } }],
      },
    },
  };
  const ON_TOP = {
    amount_subtotal: 1190,
    amount_total: 1416,
    total_details: {
      amount_tax: 226,
      breakdown: {
        taxes: [{ amount: 226, taxable_amount: 1190, rate: { inclusive: false, percentage: 19 } }],
      },
    },
  };

  it('is in the price, or on top of it, by the tax rate of a line', async () => {
    const line = (id: string): Stripe.Checkout.SessionCreateParams => ({
      line_items: [
        {
          price_data: { currency: 'usd', product_data: { name: 'Tea' }, unit_amount: 1190 },
          quantity: 1,
          tax_rates: [id],
        },
      ],
    });
    expect(await start(line((await rate(true)).id))).toMatchObject(WITHIN);
    expect(await start(line((await rate(false)).id))).toMatchObject(ON_TOP);
  });

  it('is automatic as the settings say, for prices that do not say it themselves', async () => {
    await set({ taxPercent: 19, taxBehavior: 'inclusive' });
    const taxed = { automatic_tax: { enabled: true } };
    expect(await start(taxed)).toMatchObject({ ...WITHIN, automatic_tax: { enabled: true } });
    const price = await stripe.prices.create({
      currency: 'usd',
      product_data: { name: 'Mug' },
      tax_behavior: 'exclusive',
      unit_amount: 1190,
    });
    const exclusive = { ...taxed, line_items: [{ price: price.id, quantity: 1 }] };
    expect(await start(exclusive)).toMatchObject(ON_TOP);
    await set({ taxBehavior: 'exclusive' });
    expect(await start(taxed)).toMatchObject(ON_TOP);
  });

  it('can be put on checkouts that did not ask for it', async () => {
    await set({ automaticTax: true, taxPercent: 19, taxBehavior: 'inclusive' });
    const session = await start();
    expect(session).toMatchObject({ ...WITHIN, automatic_tax: { enabled: true } });
    expect(session.line_items?.data).toMatchObject([
      { amount_subtotal: 1190, amount_tax: 190, amount_total: 1190 },
    ]);
    await client.control('POST', `sessions/${session.id}/complete`);
    const paid = await stripe.checkout.sessions.retrieve(session.id, {
      expand: ['payment_intent'],
    });
    expect(paid).toMatchObject({ amount_total: 1190, payment_intent: { amount: 1190 } });
    await set({ automaticTax: false });
    expect((await start()).total_details?.amount_tax).toBe(0);
  });

  it('needs Stripe Tax to be set up, and says whether it is', async () => {
    await set({ taxBehavior: 'inclusive' });
    expect(await stripe.tax.settings.retrieve()).toMatchObject({
      status: 'active',
      defaults: { tax_behavior: 'inclusive' },
    });
    await set({ taxIsActive: false });
    expect(await stripe.tax.settings.retrieve()).toMatchObject({
      status: 'pending',
      status_details: { pending: { missing_fields: ['head_office'] } },
      head_office: null,
    });
    await expect(start({ automatic_tax: { enabled: true } })).rejects.toMatchObject({
      statusCode: 400,
      code: 'stripe_tax_inactive',
    });
    expect((await start()).automatic_tax.enabled).toBe(false);
  });

  describe('that is automatic', () => {
    const taxed = { automatic_tax: { enabled: true } };
    const complete = (id: string, shopper: object) =>
      client.control('POST', `sessions/${id}/complete`, shopper);
    const refused = { statusCode: 400, code: 'customer_tax_location_invalid' };

    it('needs the address of a known customer, or leave to keep what the shopper says', async () => {
      const { id: customer } = await stripe.customers.create({ name: 'Jenny Rosen' });
      await expect(start({ ...taxed, customer })).rejects.toMatchObject(refused);
      await expect(
        start({ ...taxed, customer, customer_update: { name: 'auto' } }),
      ).rejects.toMatchObject(refused);
      expect((await start({ customer })).automatic_tax.status).toBeNull();

      const open = await start({ ...taxed, customer, customer_update: { address: 'auto' } });
      expect(open.automatic_tax.status).toBe('requires_location_inputs');
      await complete(open.id, { country: 'DE' });
      expect(await stripe.checkout.sessions.retrieve(open.id)).toMatchObject({
        amount_total: 1416,
        automatic_tax: { status: 'complete' },
      });
      expect(await start({ ...taxed, customer })).toMatchObject({
        ...ON_TOP,
        automatic_tax: { status: 'complete' },
      });
    });

    it('is that of the country where a known customer has goods sent', async () => {
      const { id: customer } = await stripe.customers.create({
        address: { country: 'US' },
        shipping: { name: 'Jenny Rosen', address: { country: 'DE', line1: '1 Street' } },
      });
      expect(await start({ ...taxed, customer })).toMatchObject(ON_TOP);
    });

    it('needs the address of an account too, whose name Checkout may keep', async () => {
      const { accounts } = stripe.v2.core;
      const { id: account } = await accounts.create({
        configuration: { customer: {} },
        display_name: 'Jenny',
      });
      await expect(start({ ...taxed, customer_account: account })).rejects.toMatchObject(refused);
      const open = await start({
        ...taxed,
        customer_account: account,
        customer_update: { name: 'auto', shipping: 'auto' },
        shipping_address_collection: { allowed_countries: ['DE'] },
      });
      expect(open.automatic_tax.status).toBe('requires_location_inputs');
      await complete(open.id, { name: 'Jenny Rosen' });
      expect((await accounts.retrieve(account)).display_name).toBe('Jenny Rosen');
    });

    it('waits for the country of a guest', async () => {
      const { id, automatic_tax: tax } = await start(taxed);
      expect(tax.status).toBe('requires_location_inputs');
      await complete(id, { country: 'DE' });
      const paid = await stripe.checkout.sessions.retrieve(id);
      expect(paid).toMatchObject({ amount_total: 1416, automatic_tax: { status: 'complete' } });
    });
  });

  it('refuses a rate or a behaviour that is none', async () => {
    for (const settings of [{ taxPercent: 101 }, { taxPercent: '19' }, { taxBehavior: 'both' }]) {
      expect((await set(settings)).status).toBe(400);
    }
  });
});

describe('a payment in the shopper’s currency', () => {
  it('is refunded in that currency, in parts and in full', async () => {
    const client = await startClient({
      settings: { presentmentCurrency: 'eur', presentmentPercent: 90 },
    });
    const { stripe } = client;
    const { id } = await stripe.checkout.sessions.create({
      line_items: [
        {
          price_data: { currency: 'usd', product_data: { name: 'Tea' }, unit_amount: 1000 },
          quantity: 1,
        },
      ],
      success_url: 'http://shop.test/',
    });
    await client.control('POST', `sessions/${id}/complete`);
    const { payment_intent: intent, presentment_details: shown } =
      await stripe.checkout.sessions.retrieve(id);
    expect(shown).toEqual({ presentment_amount: 900, presentment_currency: 'eur' });
    const part = await stripe.refunds.create({ payment_intent: intent as string, amount: 300 });
    expect(part).toMatchObject({
      amount: 300,
      currency: 'usd',
      presentment_details: { presentment_amount: 270, presentment_currency: 'eur' },
    });
    const { body: rest } = await client.control('POST', `sessions/${id}/refund`);
    expect(rest).toMatchObject({
      amount: 700,
      presentment_details: { presentment_amount: 630, presentment_currency: 'eur' },
    });
    const { data } = await stripe.refunds.list({ payment_intent: intent as string });
    expect(data.every((refund) => refund.presentment_details)).toBe(true);
    expect([...client.sandbox.shapeProblems]).toEqual([]);
    await client.sandbox.close();
  });
});
