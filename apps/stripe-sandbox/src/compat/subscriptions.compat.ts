import { describe, expect, it } from '@jest/globals';
import type Stripe from 'stripe';
import { refusalOf, type Target } from './target';

/** Subscriptions that are made without Checkout. */
export function subscriptionsSuite(target: () => Target): void {
  const monthly = async () => {
    const { id: price } = await target().stripe.prices.create({
      currency: 'usd',
      product_data: { name: 'Tea club' },
      recurring: { interval: 'month' },
      unit_amount: 1500,
    });
    return price;
  };
  const customerWith = (method: string) =>
    target().stripe.customers.create({
      invoice_settings: { default_payment_method: method },
      payment_method: method,
    });
  const subscribe = async (
    customer: Stripe.Customer,
    params: Stripe.SubscriptionCreateParams = {},
  ) =>
    target().stripe.subscriptions.create({
      customer: customer.id,
      items: [{ price: await monthly(), quantity: 2 }],
      expand: ['latest_invoice.payments'],
      ...params,
    });

  describe('a customer', () => {
    it('has a payment method for invoices, which must be theirs', async () => {
      const { stripe } = target();
      const { id, invoice_settings: settings } = await customerWith('pm_card_visa');
      const method = settings.default_payment_method as string;
      expect(await stripe.paymentMethods.retrieve(method)).toMatchObject({ customer: id });
      const { id: foreign } = await stripe.paymentMethods.create({
        card: { token: 'tok_visa' },
        type: 'card',
      });
      const choose = (chosen: string) =>
        stripe.customers.update(id, { invoice_settings: { default_payment_method: chosen } });
      expect(await refusalOf(choose(foreign))).toMatchObject({ statusCode: 400 });
      await stripe.paymentMethods.attach(foreign, { customer: id });
      expect(await choose(foreign)).toMatchObject({
        invoice_settings: { default_payment_method: foreign },
      });
    });
  });

  describe('a subscription', () => {
    it('is active once its first invoice is paid', async () => {
      const subscription = await subscribe(await customerWith('pm_card_visa'));
      expect(subscription).toMatchObject({
        status: 'active',
        items: { data: [{ quantity: 2 }] },
        latest_invoice: {
          amount_paid: 3000,
          billing_reason: 'subscription_create',
          status: 'paid',
          payments: { data: [{ status: 'paid' }] },
        },
      });
    });

    it('is incomplete while its first invoice is not paid', async () => {
      const { stripe } = target();
      const customer = await customerWith('pm_card_chargeCustomerFail');
      const { id, status, latest_invoice: latest } = await subscribe(customer);
      expect(status).toBe('incomplete');
      const invoice = latest as Stripe.Invoice;
      expect(invoice).toMatchObject({ amount_remaining: 3000, status: 'open' });
      await stripe.invoices.pay(invoice.id, { payment_method: 'pm_card_visa' });
      expect(await stripe.subscriptions.retrieve(id)).toMatchObject({ status: 'active' });
    });

    it('waits for a payment if it is told to', async () => {
      const customer = await customerWith('pm_card_visa');
      expect(await subscribe(customer, { payment_behavior: 'default_incomplete' })).toMatchObject({
        status: 'incomplete',
        latest_invoice: { attempted: false, status: 'open' },
      });
    });

    it('needs something to pay with, and a recurring price', async () => {
      const { stripe } = target();
      const customer = await stripe.customers.create();
      expect(await refusalOf(subscribe(customer))).toMatchObject({
        statusCode: 400,
        code: 'resource_missing',
      });
      const once = await stripe.prices.create({
        currency: 'usd',
        product_data: { name: 'Mug' },
        unit_amount: 700,
      });
      expect(await refusalOf(subscribe(customer, { items: [{ price: once.id }] }))).toMatchObject({
        statusCode: 400,
        param: 'items[0][price]',
      });
    });

    it('changes price and quantity of its items', async () => {
      const { stripe } = target();
      const { id, items } = await subscribe(await customerWith('pm_card_visa'));
      const [item] = items.data;
      const price = await monthly();
      const changed = await stripe.subscriptions.update(id, {
        items: [{ id: item?.id ?? '', price, quantity: 3 }],
      });
      expect(changed.items.data).toMatchObject([
        { id: item?.id, price: { id: price }, plan: { id: price }, quantity: 3 },
      ]);
    });

    it('is listed by its status, and among those that have ended', async () => {
      const { stripe } = target();
      const customer = await customerWith('pm_card_visa');
      const active = await subscribe(customer);
      const canceled = await subscribe(customer);
      await stripe.subscriptions.cancel(canceled.id);
      const idsOf = async (status?: Stripe.SubscriptionListParams.Status) => {
        const params = { customer: customer.id, ...(status !== undefined && { status }) };
        return (await stripe.subscriptions.list(params)).data.map(({ id }) => id);
      };
      expect(await idsOf()).toEqual([active.id]);
      expect(await idsOf('active')).toEqual([active.id]);
      expect(await idsOf('canceled')).toEqual([canceled.id]);
      expect(await idsOf('ended')).toEqual([canceled.id]);
      expect(await idsOf('all')).toEqual([canceled.id, active.id]);
    });

    it('begins with a trial that costs nothing, and may pause after it', async () => {
      const { stripe } = target();
      const customer = await stripe.customers.create();
      const trial = await subscribe(customer, {
        trial_period_days: 7,
        trial_settings: { end_behavior: { missing_payment_method: 'pause' } },
      });
      expect(trial).toMatchObject({
        status: 'trialing',
        latest_invoice: { amount_due: 0, status: 'paid' },
      });
      const ended = await stripe.subscriptions.update(trial.id, { trial_end: 'now' });
      expect(ended.status).toBe('paused');
    });

    it('is paid when its trial ends early', async () => {
      const { stripe } = target();
      const { id } = await subscribe(await customerWith('pm_card_visa'), { trial_period_days: 7 });
      const ended = await stripe.subscriptions.update(id, {
        trial_end: 'now',
        expand: ['latest_invoice'],
      });
      expect(ended).toMatchObject({
        status: 'active',
        latest_invoice: { amount_paid: 3000, billing_reason: 'subscription_update' },
      });
    });
  });
}
