import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type Stripe from 'stripe';
import { refusalOf } from '../compat/target';
import { startClient, type Client } from '../testing/sandbox-client';

describe('a customer’s cash balance', () => {
  let client: Client;
  let stripe: Stripe;
  let customer: string;
  beforeEach(async () => {
    client = await startClient({ settings: { bankTransfers: true } });
    stripe = client.stripe;
    customer = (await stripe.customers.create({ name: 'Jenny Rosen' })).id;
  });
  afterEach(async () => {
    expect([...client.sandbox.shapeProblems]).toEqual([]);
    await client.sandbox.close();
  });

  const fund = (amount: number, currency = 'eur') =>
    stripe.testHelpers.customers.fundCashBalance(customer, { amount, currency });
  const waiting = (amount: number) =>
    stripe.paymentIntents.create({
      allowed_payment_method_types: ['customer_balance'],
      amount,
      confirm: true,
      currency: 'eur',
      customer,
      payment_method_data: { type: 'customer_balance' },
      payment_method_options: {
        customer_balance: {
          bank_transfer: { type: 'eu_bank_transfer', eu_bank_transfer: { country: 'DE' } },
          funding_type: 'bank_transfer',
        },
      },
    });
  const types = async (...types: string[]) =>
    (await stripe.events.list({ types })).data.map(({ type }) => type).reverse();

  it('pays a payment in parts, and then in full', async () => {
    const { id, status } = await waiting(2000);
    expect(status).toBe('requires_action');
    expect(await fund(500)).toMatchObject({ type: 'funded', net_amount: 500, ending_balance: 500 });
    const part = await stripe.paymentIntents.retrieve(id);
    expect(part.next_action?.display_bank_transfer_instructions?.amount_remaining).toBe(1500);
    await fund(1600);
    expect(await stripe.paymentIntents.retrieve(id)).toMatchObject({
      status: 'succeeded',
      amount_received: 2000,
    });
    const balance = await stripe.customers.retrieveCashBalance(customer);
    expect(balance.available).toEqual({ eur: 100 });
    expect(await types('payment_intent.partially_funded', 'payment_intent.succeeded')).toEqual([
      'payment_intent.partially_funded',
      'payment_intent.succeeded',
    ]);
    expect(await types('customer_cash_balance_transaction.created')).toHaveLength(4);
  });

  it('keeps what nothing waits for, in its own currency', async () => {
    const { id } = await waiting(2000);
    await fund(3000, 'usd');
    expect(await stripe.paymentIntents.retrieve(id)).toMatchObject({ status: 'requires_action' });
    expect(await stripe.customers.retrieveCashBalance(customer)).toMatchObject({
      available: { usd: 3000 },
    });
  });

  it('pays a session of its customer', async () => {
    const { id } = await stripe.checkout.sessions.create({
      customer,
      line_items: [
        {
          price_data: { currency: 'eur', product_data: { name: 'Tea' }, unit_amount: 900 },
          quantity: 1,
        },
      ],
      success_url: 'http://shop.test/',
    });
    await client.control('POST', `sessions/${id}/complete`, { method: 'customer_balance' });
    await fund(900);
    expect(await stripe.checkout.sessions.retrieve(id)).toMatchObject({ payment_status: 'paid' });
    expect(await types('checkout.session.async_payment_succeeded')).toHaveLength(1);
  });

  it('refuses no money, and a kind of transfer that the currency has not', async () => {
    expect(await refusalOf(fund(0))).toMatchObject({ statusCode: 400, param: 'amount' });
    const request = stripe.paymentIntents.create({
      amount: 100,
      currency: 'eur',
      payment_method_options: {
        customer_balance: { bank_transfer: { type: 'jp_bank_transfer' } },
      },
    });
    expect(await refusalOf(request)).toMatchObject({
      param: 'payment_method_options[customer_balance][bank_transfer][type]',
    });
  });
});
