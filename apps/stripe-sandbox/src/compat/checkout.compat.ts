import { describe, expect, it } from '@jest/globals';
import type Stripe from 'stripe';
import {
  completeSession,
  refusalOf,
  startSession,
  SUCCESS_URL,
  teaLine,
  unique,
  type Target,
} from './target';

export function checkoutSuite(target: () => Target): void {
  const start = (params?: Stripe.Checkout.SessionCreateParams) => startSession(target(), params);

  const complete = (id: string, method?: string) => completeSession(target(), id, method);

  describe('checkout sessions', () => {
    it('begin open and unpaid, with a page to pay on', async () => {
      const reference = unique('order');
      const session = await start({
        cancel_url: 'https://shop.example/cart',
        client_reference_id: reference,
        customer_creation: 'always',
        customer_email: 'jenny@example.com',
        locale: 'de',
        metadata: { order: reference },
      });
      expect(session.id).toMatch(/^cs_test_[A-Za-z0-9]+$/);
      expect(session).toMatchObject({
        object: 'checkout.session',
        amount_subtotal: 3000,
        amount_total: 3000,
        cancel_url: 'https://shop.example/cart',
        client_reference_id: reference,
        currency: 'usd',
        customer: null,
        customer_email: 'jenny@example.com',
        livemode: false,
        locale: 'de',
        metadata: { order: reference },
        mode: 'payment',
        payment_intent: null,
        payment_status: 'unpaid',
        status: 'open',
        success_url: SUCCESS_URL,
        ui_mode: 'hosted_page',
      });
      expect(session.url).toContain(session.id);
      expect(session.expires_at - session.created).toBeGreaterThan(23 * 3600);
    });

    it('are read with their lines, products and all, to four levels', async () => {
      const { id } = await start();
      const session = await target().stripe.checkout.sessions.retrieve(id, {
        expand: ['line_items.data.price.product'],
      });
      expect(session.line_items).toMatchObject({
        object: 'list',
        has_more: false,
        url: `/v1/checkout/sessions/${id}/line_items`,
        data: [{ object: 'item', quantity: 2, price: { product: { name: 'Tea' } } }],
      });
    });

    it('list their lines in pages', async () => {
      const { stripe } = target();
      const { id } = await start({ line_items: [100, 200, 300].map((each) => teaLine(each, 1)) });
      const first = await stripe.checkout.sessions.listLineItems(id, { limit: 2 });
      expect(first).toMatchObject({ has_more: true });
      const all = await stripe.checkout.sessions
        .listLineItems(id, { limit: 2 })
        .autoPagingToArray({ limit: 10 });
      expect(all).toHaveLength(3);
      expect(new Set(all.map((line) => line.id)).size).toBe(3);
    });

    it('take new metadata', async () => {
      const { id } = await start({ metadata: { a: '1', b: '2' } });
      const changed = await target().stripe.checkout.sessions.update(id, {
        metadata: { a: '', c: '3' },
      });
      expect(changed.metadata).toEqual({ b: '2', c: '3' });
    });

    it('expire on request, once, and leave a recovery link when asked', async () => {
      const { stripe } = target();
      const { id } = await start({ after_expiration: { recovery: { enabled: true } } });
      const expired = await stripe.checkout.sessions.expire(id);
      expect(expired).toMatchObject({
        status: 'expired',
        payment_status: 'unpaid',
        url: null,
        after_expiration: { recovery: { enabled: true, url: expect.any(String) } },
      });
      expect(await refusalOf(stripe.checkout.sessions.expire(id))).toMatchObject({
        statusCode: 400,
        rawType: 'invalid_request_error',
      });
    });

    it('are listed newest first, by status and by customer', async () => {
      const { stripe } = target();
      const { id: customer } = await stripe.customers.create({ email: 'lister@example.com' });
      const first = await start({ customer });
      const second = await start({ customer });
      await stripe.checkout.sessions.expire(first.id);
      const all = await stripe.checkout.sessions.list({ customer });
      expect(all.data.map(({ id }) => id)).toEqual([second.id, first.id]);
      const open = await stripe.checkout.sessions.list({ customer, status: 'open' });
      expect(open.data.map(({ id }) => id)).toEqual([second.id]);
    });

    it('are paid, once', async () => {
      const { stripe } = target();
      const { id } = await start({ payment_intent_data: { metadata: { order: '7' } } });
      await complete(id);
      const paid = await stripe.checkout.sessions.retrieve(id, {
        expand: ['payment_intent.latest_charge'],
      });
      expect(paid).toMatchObject({
        status: 'complete',
        payment_status: 'paid',
        url: null,
        customer: null,
        customer_details: { email: 'jenny.rosen@example.com', name: 'Jenny Rosen' },
        payment_intent: {
          amount_received: 3000,
          metadata: { order: '7' },
          status: 'succeeded',
          latest_charge: {
            amount: 3000,
            payment_method_details: { type: 'card', card: { brand: 'visa', last4: '4242' } },
          },
        },
      });
      expect(await refusalOf(complete(id))).toMatchObject({ statusCode: 400 });
      expect(await refusalOf(stripe.checkout.sessions.expire(id))).toMatchObject({
        statusCode: 400,
      });
    });

    it('make a customer when told to', async () => {
      const { stripe } = target();
      const { id } = await start({ customer_creation: 'always' });
      await complete(id);
      const paid = await stripe.checkout.sessions.retrieve(id, { expand: ['customer'] });
      expect(paid.customer).toMatchObject({ object: 'customer', name: 'Jenny Rosen' });
    });

    it('stay open when the card is declined', async () => {
      const { id } = await start();
      expect(await refusalOf(complete(id, 'tok_chargeDeclined'))).toMatchObject({
        statusCode: 402,
        rawType: 'card_error',
        code: 'card_declined',
        message: 'Your card was declined.',
      });
      expect(await target().stripe.checkout.sessions.retrieve(id)).toMatchObject({
        status: 'open',
        payment_status: 'unpaid',
      });
    });

    it('start subscriptions, with a first invoice', async () => {
      const { stripe } = target();
      const { id } = await start({
        mode: 'subscription',
        line_items: [
          {
            price_data: {
              currency: 'usd',
              product_data: { name: 'Tea club' },
              recurring: { interval: 'month' },
              unit_amount: 900,
            },
            quantity: 1,
          },
        ],
        subscription_data: { metadata: { plan: 'club' } },
      });
      await complete(id);
      const paid = await stripe.checkout.sessions.retrieve(id, {
        expand: ['subscription', 'invoice.payments'],
      });
      expect(paid).toMatchObject({
        payment_intent: null,
        payment_status: 'paid',
        subscription: { status: 'active', metadata: { plan: 'club' } },
        invoice: { status: 'paid', amount_paid: 900, billing_reason: 'subscription_create' },
      });
      const subscription = paid.subscription as Stripe.Subscription;
      expect(subscription.items.data[0]?.price.recurring?.interval).toBe('month');
      const ending = await stripe.subscriptions.update(subscription.id, {
        cancel_at_period_end: true,
      });
      expect(ending.cancel_at_period_end).toBe(true);
      const canceled = await stripe.subscriptions.cancel(subscription.id);
      expect(canceled.status).toBe('canceled');
    });

    it('keep a card for later in setup mode', async () => {
      const { stripe } = target();
      const { id: customer } = await stripe.customers.create({ name: 'Jenny Rosen' });
      const session = await stripe.checkout.sessions.create({
        mode: 'setup',
        currency: 'usd',
        customer,
        success_url: SUCCESS_URL,
      });
      expect(session).toMatchObject({ amount_total: null, payment_status: 'no_payment_required' });
      await complete(session.id);
      const done = await stripe.checkout.sessions.retrieve(session.id, {
        expand: ['setup_intent.payment_method'],
      });
      expect(done).toMatchObject({
        status: 'complete',
        setup_intent: { status: 'succeeded', payment_method: { type: 'card', customer } },
      });
      const kept = await stripe.paymentMethods.list({ customer, type: 'card' });
      expect(kept.data).toHaveLength(1);
    });

    it('ask for a phone, custom fields and terms', async () => {
      const session = await start({
        phone_number_collection: { enabled: true },
        custom_fields: [
          { key: 'engraving', label: { type: 'custom', custom: 'Engraving' }, type: 'text' },
          {
            key: 'wrap',
            label: { type: 'custom', custom: 'Wrapping' },
            type: 'dropdown',
            optional: true,
            dropdown: { options: [{ label: 'Paper', value: 'paper' }] },
          },
        ],
        custom_text: { submit: { message: 'We ship on Mondays.' } },
      });
      expect(session).toMatchObject({
        phone_number_collection: { enabled: true },
        custom_fields: [
          { key: 'engraving', type: 'text', optional: false, text: { value: null } },
          { key: 'wrap', type: 'dropdown', optional: true, dropdown: { value: null } },
        ],
        custom_text: { submit: { message: 'We ship on Mondays.' }, after_submit: null },
      });
    });
  });
}
