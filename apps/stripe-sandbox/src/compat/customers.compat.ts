import { describe, expect, it } from '@jest/globals';
import type Stripe from 'stripe';
import { refusalOf, unique, type Target } from './target';

export function customersSuite(target: () => Target): void {
  describe('customers', () => {
    it('are made, read, changed and found by e-mail', async () => {
      const { stripe } = target();
      const email = `${unique('jenny')}@example.com`;
      const customer = await stripe.customers.create({
        email,
        name: 'Jenny Rosen',
        address: { line1: '510 Townsend St', country: 'US' },
        metadata: { tier: 'gold' },
      });
      expect(customer).toMatchObject({
        object: 'customer',
        email,
        name: 'Jenny Rosen',
        address: { line1: '510 Townsend St', city: null, country: 'US' },
      });
      const changed = await stripe.customers.update(customer.id, {
        address: '',
        phone: '+15550100',
      });
      expect(changed).toMatchObject({
        address: null,
        name: 'Jenny Rosen',
        phone: '+15550100',
        metadata: { tier: 'gold' },
      });
      const found = await stripe.customers.list({ email });
      expect(found.data.map(({ id }) => id)).toEqual([customer.id]);
    });

    it('leave a stub behind when deleted', async () => {
      const { stripe } = target();
      const { id } = await stripe.customers.create({ name: 'Short-lived' });
      expect(await stripe.customers.del(id)).toEqual({ id, object: 'customer', deleted: true });
      expect(await stripe.customers.retrieve(id)).toEqual({
        id,
        object: 'customer',
        deleted: true,
      });
      expect(await refusalOf(stripe.customers.update(id, { name: 'Back' }))).toMatchObject({
        statusCode: 404,
        code: 'resource_missing',
      });
    });

    it('end their subscriptions when deleted, and those that had ended only once', async () => {
      const { stripe } = target();
      const { id: customer } = await stripe.customers.create({
        invoice_settings: { default_payment_method: 'pm_card_visa' },
        payment_method: 'pm_card_visa',
      });
      const { id: price } = await stripe.prices.create({
        currency: 'usd',
        product_data: { name: 'Tea club' },
        recurring: { interval: 'month' },
        unit_amount: 1500,
      });
      const subscribe = async (params: Stripe.SubscriptionCreateParams = {}) => {
        const { id } = await stripe.subscriptions.create({
          customer,
          items: [{ price }],
          ...params,
        });
        return id;
      };
      const active = await subscribe();
      const trial = await subscribe({ trial_period_days: 7 });
      const ended = await subscribe();
      await stripe.subscriptions.cancel(ended);

      await stripe.customers.del(customer);
      for (const id of [active, trial]) {
        expect(await stripe.subscriptions.retrieve(id)).toMatchObject({
          status: 'canceled',
          ended_at: expect.any(Number),
        });
      }
      const { data } = await stripe.events.list({
        type: 'customer.subscription.deleted',
        limit: 3,
      });
      const told = data.map((event) => (event.data.object as Stripe.Subscription).id);
      expect(told.toSorted()).toEqual([active, trial, ended].toSorted());
    });

    it('are missing when a guest has none and the SDK is asked for null', async () => {
      expect(
        await refusalOf(target().stripe.customers.retrieve(null as unknown as string)),
      ).toMatchObject({ statusCode: 404, code: 'resource_missing', param: 'id' });
    });

    it('refuse an address that is no e-mail', async () => {
      expect(await refusalOf(target().stripe.customers.create({ email: 'jenny' }))).toMatchObject({
        statusCode: 400,
        code: 'email_invalid',
        param: 'email',
      });
    });
  });
}
