import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type Stripe from 'stripe';
import { refusalOf } from '../compat/target';
import { startClient, type Client } from '../testing/sandbox-client';

describe('expanding', () => {
  let client: Client;
  let stripe: Stripe;
  let sessionId: string;
  beforeAll(async () => {
    client = await startClient();
    stripe = client.stripe;
    const vat = await stripe.taxRates.create({
      display_name: 'VAT',
      inclusive: true,
      percentage: 19,
    });
    const coupon = await stripe.coupons.create({ amount_off: 100, currency: 'eur' });
    const session = await stripe.checkout.sessions.create({
      customer_creation: 'always',
      discounts: [{ coupon: coupon.id }],
      line_items: [
        {
          price_data: { currency: 'eur', product_data: { name: 'Tea' }, unit_amount: 1290 },
          quantity: 1,
          tax_rates: [vat.id],
        },
      ],
      success_url: 'http://shop.test/',
    });
    sessionId = session.id;
    const card = { number: '4000000000009235' };
    await client.control('POST', `sessions/${sessionId}/complete`, { card });
    await client.control('POST', `sessions/${sessionId}/refund`, { amount: 190 });
  });
  afterAll(async () => {
    expect([...client.sandbox.shapeProblems]).toEqual([]);
    await client.sandbox.close();
  });
  const session = (...expand: string[]) => stripe.checkout.sessions.retrieve(sessionId, { expand });

  it('leaves ids, and leaves out what is only there when asked for', async () => {
    const plain = await session();
    expect(plain.payment_intent).toMatch(/^pi_/);
    expect(plain.total_details).toEqual({
      amount_discount: 100,
      amount_shipping: 0,
      amount_tax: 190,
    });
    expect(plain.line_items).toBeUndefined();
  });

  it('adds the taxes and discounts of the totals', async () => {
    const { total_details: totals } = await session('total_details.breakdown');
    expect(totals?.breakdown).toMatchObject({
      discounts: [{ amount: 100, discount: { object: 'discount' } }],
      taxes: [{ amount: 190, taxable_amount: 1000, rate: { inclusive: true, percentage: 19 } }],
    });
  });

  it('shows the review and the charge of a payment, each to its own depth', async () => {
    const expanded = await session(
      'payment_intent.review',
      'payment_intent.latest_charge.balance_transaction',
      'payment_intent.latest_charge.refunds',
      'customer',
    );
    const intent = expanded.payment_intent as Stripe.PaymentIntent;
    const charge = intent.latest_charge as Stripe.Charge;
    expect(intent.review).toMatchObject({ object: 'review', open: true, charge: charge.id });
    expect(charge).toMatchObject({
      object: 'charge',
      amount_refunded: 190,
      balance_transaction: { object: 'balance_transaction', amount: 1190 },
      refunds: { object: 'list', data: [{ amount: 190, charge: charge.id }] },
      review: (intent.review as Stripe.Review).id,
    });
    expect(expanded.customer).toMatchObject({ object: 'customer' });
  });

  it('reaches through lists, four levels deep', async () => {
    const { data } = await stripe.checkout.sessions.list({
      expand: ['data.payment_intent.latest_charge.balance_transaction', 'data.line_items'],
    });
    expect(data).toMatchObject([
      {
        line_items: { data: [{ amount_total: 1190 }] },
        payment_intent: { latest_charge: { balance_transaction: { amount: 1190 } } },
      },
    ]);
    const refunds = await stripe.refunds.list({ expand: ['data.payment_intent.latest_charge'] });
    expect(refunds.data).toMatchObject([
      { payment_intent: { latest_charge: { object: 'charge' } } },
    ]);
  });

  it('refuses a fifth level, and what is no object', async () => {
    expect(
      await refusalOf(session('payment_intent.latest_charge.balance_transaction.source.charge')),
    ).toMatchObject({ statusCode: 400, param: 'expand' });
    for (const path of ['status', 'payment_intent.reviews', 'total_details.amount_tax']) {
      expect(await refusalOf(session(path))).toMatchObject({
        statusCode: 400,
        message: `This property cannot be expanded (${path}).`,
      });
    }
  });
});
