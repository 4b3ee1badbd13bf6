import { describe, expect, it } from '@jest/globals';
import type Stripe from 'stripe';
import { completeSession, refusalOf, SUCCESS_URL, type Target } from './target';

const CARDS_ONLY = {
  automatic_payment_methods: { enabled: true, allow_redirects: 'never' },
} as const;

/** Setup intents: a card is stored without a payment. */
export function setupIntentsSuite(target: () => Target): void {
  describe('a setup intent', () => {
    it('attaches the card to its customer', async () => {
      const { stripe } = target();
      const { id: customer } = await stripe.customers.create({ name: 'Jenny Rosen' });
      const intent = await stripe.setupIntents.create({
        ...CARDS_ONLY,
        confirm: true,
        customer,
        payment_method: 'pm_card_visa',
        expand: ['payment_method'],
      });
      expect(intent).toMatchObject({
        status: 'succeeded',
        usage: 'off_session',
        payment_method: { customer, card: { last4: '4242' } },
      });
      const { id } = intent.payment_method as Stripe.PaymentMethod;
      const changed = await stripe.paymentMethods.update(id, { metadata: { note: 'first' } });
      expect(changed.metadata).toEqual({ note: 'first' });
      const { data } = await stripe.setupIntents.list({ customer });
      expect(data.map((each) => each.id)).toEqual([intent.id]);
    });

    it('of Checkout belongs to the customer that it makes when told to', async () => {
      const { stripe } = target();
      const { id } = await stripe.checkout.sessions.create({
        mode: 'setup',
        currency: 'usd',
        customer_creation: 'always',
        success_url: SUCCESS_URL,
      });
      await completeSession(target(), id);
      const { customer, setup_intent: intent } = await stripe.checkout.sessions.retrieve(id, {
        expand: ['setup_intent.payment_method'],
      });
      expect(customer).toMatch(/^cus_/);
      expect(intent).toMatchObject({ customer, payment_method: { customer } });
    });

    it('is confirmed later, once', async () => {
      const { stripe } = target();
      const waiting = await stripe.setupIntents.create(CARDS_ONLY);
      const { id } = waiting;
      expect(waiting).toMatchObject({ ...CARDS_ONLY, status: 'requires_payment_method' });
      expect(await refusalOf(stripe.setupIntents.confirm(id))).toMatchObject({ statusCode: 400 });
      const confirmed = await stripe.setupIntents.confirm(id, { payment_method: 'pm_card_visa' });
      expect(confirmed.status).toBe('succeeded');
      expect(
        await refusalOf(stripe.setupIntents.confirm(id, { payment_method: 'pm_card_visa' })),
      ).toMatchObject({ code: 'setup_intent_unexpected_state' });
    });

    it("takes no customer's card without that customer", async () => {
      const { stripe } = target();
      const { id: customer } = await stripe.customers.create({ name: 'Jenny Rosen' });
      const { id: method } = await stripe.paymentMethods.create({
        type: 'card',
        card: { token: 'tok_visa' },
      });
      await stripe.paymentMethods.attach(method, { customer });
      const store = (params: Stripe.SetupIntentCreateParams) =>
        stripe.setupIntents.create({
          ...CARDS_ONLY,
          confirm: true,
          payment_method: method,
          ...params,
        });
      expect(await refusalOf(store({}))).toMatchObject({
        statusCode: 400,
        message: expect.stringContaining(`belongs to the Customer ${customer}`),
      });
      expect((await store({ customer })).status).toBe('succeeded');
    });

    it('keeps its state and tells why a card was declined', async () => {
      const { stripe } = target();
      const { id } = await stripe.setupIntents.create(CARDS_ONLY);
      expect(
        await refusalOf(
          stripe.setupIntents.confirm(id, { payment_method: 'pm_card_chargeDeclined' }),
        ),
      ).toMatchObject({ statusCode: 402, rawType: 'card_error', code: 'card_declined' });
      expect(await stripe.setupIntents.retrieve(id)).toMatchObject({
        status: 'requires_payment_method',
        last_setup_error: { code: 'card_declined' },
      });
    });

    it('asks for 3-D Secure', async () => {
      const { stripe } = target();
      const intent = await stripe.setupIntents.create({
        allowed_payment_method_types: ['card'],
        confirm: true,
        payment_method: 'pm_card_authenticationRequired',
        return_url: 'https://shop.example/saved',
      });
      expect(intent).toMatchObject({
        status: 'requires_action',
        next_action: { redirect_to_url: { return_url: 'https://shop.example/saved' } },
      });
    });

    it('is changed and canceled, once', async () => {
      const { stripe } = target();
      const { id } = await stripe.setupIntents.create({ ...CARDS_ONLY, description: 'A' });
      const changed = await stripe.setupIntents.update(id, { description: 'B' });
      expect(changed.description).toBe('B');
      const canceled = await stripe.setupIntents.cancel(id, { cancellation_reason: 'abandoned' });
      expect(canceled).toMatchObject({ status: 'canceled', cancellation_reason: 'abandoned' });
      expect(await refusalOf(stripe.setupIntents.cancel(id))).toMatchObject({
        code: 'setup_intent_unexpected_state',
      });
    });
  });
}
