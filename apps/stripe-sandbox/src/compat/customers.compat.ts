import { describe, expect, it } from '@jest/globals';
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
