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
