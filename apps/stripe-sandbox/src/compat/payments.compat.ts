import { describe, expect, it } from '@jest/globals';
import type Stripe from 'stripe';
import { completeSession, refusalOf, startSession, type Target } from './target';

/** Payment intents, payment methods, charges and balance transactions. */
export function paymentsSuite(target: () => Target): void {
  const pay = (params: Partial<Stripe.PaymentIntentCreateParams> = {}) =>
    target().stripe.paymentIntents.create({
      amount: 2000,
      currency: 'usd',
      confirm: true,
      payment_method: 'pm_card_visa',
      return_url: 'https://shop.example/back',
      ...params,
    });

  describe('payment intents', () => {
    it('wait for a payment method, and then succeed', async () => {
      const { stripe } = target();
      const intent = await stripe.paymentIntents.create({
        amount: 2000,
        currency: 'usd',
        metadata: { order: '7' },
      });
      expect(intent).toMatchObject({
        object: 'payment_intent',
        amount: 2000,
        amount_received: 0,
        latest_charge: null,
        status: 'requires_payment_method',
      });
      const paid = await stripe.paymentIntents.confirm(intent.id, {
        payment_method: 'pm_card_visa',
        return_url: 'https://shop.example/back',
        expand: ['latest_charge.balance_transaction'],
      });
      expect(paid).toMatchObject({
        amount_received: 2000,
        metadata: { order: '7' },
        status: 'succeeded',
        latest_charge: {
          object: 'charge',
          captured: true,
          paid: true,
          status: 'succeeded',
          balance_transaction: { object: 'balance_transaction', amount: 2000 },
        },
      });
      const charge = paid.latest_charge as Stripe.Charge;
      expect(charge.receipt_url).toMatch(/^https?:/);
      expect(await refusalOf(stripe.paymentIntents.confirm(intent.id))).toMatchObject({
        statusCode: 400,
        code: 'payment_intent_unexpected_state',
      });
      expect(await refusalOf(stripe.paymentIntents.cancel(intent.id))).toMatchObject({
        code: 'payment_intent_unexpected_state',
      });
    });

    it.each([
      ['pm_card_chargeDeclined', 'card_declined', 'Your card was declined.'],
      [
        'pm_card_chargeDeclinedInsufficientFunds',
        'card_declined',
        'Your card has insufficient funds.',
      ],
      ['pm_card_chargeDeclinedExpiredCard', 'expired_card', 'Your card has expired.'],
    ])('are declined with %s', async (method, code, message) => {
      expect(await refusalOf(pay({ payment_method: method }))).toMatchObject({
        statusCode: 402,
        rawType: 'card_error',
        code,
        message,
      });
    });

    it('remember why they were declined', async () => {
      const { stripe } = target();
      const { id } = await stripe.paymentIntents.create({ amount: 500, currency: 'usd' });
      await refusalOf(
        stripe.paymentIntents.confirm(id, { payment_method: 'pm_card_chargeDeclined' }),
      );
      const declined = await stripe.paymentIntents.retrieve(id, { expand: ['latest_charge'] });
      expect(declined).toMatchObject({
        status: 'requires_payment_method',
        last_payment_error: { code: 'card_declined', decline_code: 'generic_decline' },
        latest_charge: { paid: false, status: 'failed', failure_code: 'card_declined' },
      });
    });

    it('ask for 3-D Secure', async () => {
      const intent = await pay({ payment_method: 'pm_card_threeDSecure2Required' });
      expect(intent).toMatchObject({
        status: 'requires_action',
        next_action: { type: 'redirect_to_url' },
      });
    });

    it('are captured later, in part', async () => {
      const { stripe } = target();
      const held = await pay({ capture_method: 'manual' });
      expect(held).toMatchObject({ status: 'requires_capture', amount_capturable: 2000 });
      const taken = await stripe.paymentIntents.capture(held.id, { amount_to_capture: 1500 });
      expect(taken).toMatchObject({
        status: 'succeeded',
        amount_capturable: 0,
        amount_received: 1500,
      });
    });

    it('are canceled', async () => {
      const { stripe } = target();
      const { id } = await stripe.paymentIntents.create({ amount: 500, currency: 'usd' });
      const canceled = await stripe.paymentIntents.cancel(id, {
        cancellation_reason: 'abandoned',
      });
      expect(canceled).toMatchObject({ status: 'canceled', cancellation_reason: 'abandoned' });
      expect(canceled.canceled_at).not.toBeNull();
    });

    it('of a Checkout Session are confirmed on its page only', async () => {
      const { stripe } = target();
      const { id } = await startSession(target());
      await refusalOf(completeSession(target(), id, 'tok_chargeDeclined'));
      const { payment_intent: intent } = await stripe.checkout.sessions.retrieve(id);
      const confirm = stripe.paymentIntents.confirm(intent as string, {
        payment_method: 'pm_card_visa',
        return_url: 'https://shop.example/back',
      });
      expect((await refusalOf(confirm)).statusCode).toBe(400);
      expect((await stripe.paymentIntents.retrieve(intent as string)).amount_received).toBe(0);
      await completeSession(target(), id);
      expect((await stripe.checkout.sessions.retrieve(id)).payment_status).toBe('paid');
    });

    it('take the methods of the Dashboard, and may leave out those that redirect', async () => {
      const { paymentIntents } = target().stripe;
      const sale = { amount: 500, currency: 'usd' };
      const { automatic_payment_methods: usual } = await paymentIntents.create(sale);
      expect(usual).toEqual({ allow_redirects: 'always', enabled: true });
      const never = { allow_redirects: 'never', enabled: true } as const;
      const params = { ...sale, automatic_payment_methods: never };
      expect((await paymentIntents.create(params)).automatic_payment_methods).toEqual(never);
    });

    it('are missing by name', async () => {
      expect(await refusalOf(target().stripe.paymentIntents.retrieve('pi_none'))).toMatchObject({
        statusCode: 404,
        code: 'resource_missing',
        param: 'intent',
      });
    });
  });

  describe('payment methods', () => {
    it('are attached to a customer and detached again', async () => {
      const { stripe } = target();
      const { id: customer } = await stripe.customers.create({ name: 'Jenny Rosen' });
      const { id } = await stripe.paymentMethods.create({
        type: 'card',
        card: { token: 'tok_mastercard' },
        billing_details: { name: 'Jenny Rosen' },
      });
      const attached = await stripe.paymentMethods.attach(id, { customer });
      expect(attached).toMatchObject({ customer, card: { brand: 'mastercard', last4: '4444' } });
      const listed = await stripe.paymentMethods.list({ customer });
      expect(listed.data.map((method) => method.id)).toEqual([id]);
      expect(await stripe.paymentMethods.detach(id)).toMatchObject({ customer: null });
    });

    const newCard = async () => {
      const { paymentMethods } = target().stripe;
      const { id } = await paymentMethods.create({ type: 'card', card: { token: 'tok_visa' } });
      return id;
    };
    const newCustomer = async () => (await target().stripe.customers.create()).id;
    const USED_UP = { statusCode: 400, message: expect.stringContaining('previously used') };

    it('are never taken again once a guest has paid with them', async () => {
      const { paymentMethods } = target().stripe;
      const [method, customer] = [await newCard(), await newCustomer()];
      expect((await pay({ payment_method: method })).status).toBe('succeeded');
      expect(await refusalOf(pay({ payment_method: method }))).toMatchObject(USED_UP);
      expect(await refusalOf(pay({ payment_method: method, customer }))).toMatchObject(USED_UP);
      expect(await refusalOf(paymentMethods.attach(method, { customer }))).toMatchObject(USED_UP);
    });

    it('are attached after the payment of a guest that was to keep them', async () => {
      const [method, customer] = [await newCard(), await newCustomer()];
      await pay({ payment_method: method, setup_future_usage: 'off_session' });
      const kept = await target().stripe.paymentMethods.attach(method, { customer });
      expect(kept.customer).toBe(customer);
      expect((await pay({ payment_method: method, customer })).status).toBe('succeeded');
    });

    it('are never taken again once they are detached', async () => {
      const { paymentMethods } = target().stripe;
      const [method, customer] = [await newCard(), await newCustomer()];
      await paymentMethods.attach(method, { customer });
      await paymentMethods.detach(method);
      expect(await refusalOf(paymentMethods.attach(method, { customer }))).toMatchObject(USED_UP);
      expect(await refusalOf(pay({ payment_method: method, customer }))).toMatchObject(USED_UP);
    });

    it('pay for their own customer only', async () => {
      const { paymentMethods } = target().stripe;
      const [method, customer, other] = [await newCard(), await newCustomer(), await newCustomer()];
      await paymentMethods.attach(method, { customer });
      expect(await refusalOf(pay({ payment_method: method }))).toMatchObject({
        statusCode: 400,
        message: `The \`payment_method\` parameter supplied ${method} belongs to the Customer ${customer}. Please include the Customer in the \`customer\` parameter on the PaymentIntent.`,
      });
      expect(await refusalOf(pay({ payment_method: method, customer: other }))).toMatchObject({
        statusCode: 400,
        message: expect.stringContaining(`${method} does not belong to the Customer`),
      });
      expect(await refusalOf(paymentMethods.attach(method, { customer: other }))).toMatchObject({
        statusCode: 400,
      });
      expect(await pay({ payment_method: method, customer })).toMatchObject({ customer });
    });
  });

  describe('charges', () => {
    it('are found by their payment intent', async () => {
      const { stripe } = target();
      const { id } = await pay({ description: 'Tea' });
      const { data } = await stripe.charges.list({ payment_intent: id });
      expect(data).toMatchObject([{ amount: 2000, description: 'Tea', payment_intent: id }]);
      const changed = await stripe.charges.update(data[0]?.id ?? '', { metadata: { note: 'x' } });
      expect(changed.metadata).toEqual({ note: 'x' });
    });
  });
}
