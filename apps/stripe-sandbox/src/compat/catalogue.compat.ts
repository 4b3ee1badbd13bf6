import { describe, expect, it } from '@jest/globals';
import { refusalOf, unique, type Target } from './target';

/** Products and prices. */
export function catalogueSuite(target: () => Target): void {
  describe('products', () => {
    it('are made, read, changed and listed', async () => {
      const { stripe } = target();
      const product = await stripe.products.create({
        name: 'Earl Grey',
        description: 'Loose leaf',
        images: ['https://shop.example/tea.png'],
        metadata: { stock: '3' },
      });
      expect(product).toMatchObject({ object: 'product', active: true, name: 'Earl Grey' });
      expect(product.id).toMatch(/^prod_/);
      const changed = await stripe.products.update(product.id, {
        active: false,
        description: '',
        metadata: { stock: '', origin: 'Assam' },
      });
      expect(changed).toMatchObject({
        active: false,
        description: null,
        metadata: { origin: 'Assam' },
        name: 'Earl Grey',
      });
      expect(await stripe.products.retrieve(product.id)).toEqual(changed);
      const inactive = await stripe.products.list({ active: false, ids: [product.id] });
      expect(inactive.data.map(({ id }) => id)).toEqual([product.id]);
    });

    it('take an id of their own, once, and a first price', async () => {
      const { stripe } = target();
      const id = unique('tea');
      const product = await stripe.products.create({
        id,
        name: 'Tea',
        default_price_data: { currency: 'usd', unit_amount: 500 },
        expand: ['default_price'],
      });
      expect(product.id).toBe(id);
      expect(product.default_price).toMatchObject({ object: 'price', unit_amount: 500 });
      expect(await refusalOf(stripe.products.create({ id, name: 'Tea' }))).toMatchObject({
        statusCode: 400,
        code: 'resource_already_exists',
      });
    });

    it('are deleted when they have no price, and then gone', async () => {
      const { stripe } = target();
      const { id } = await stripe.products.create({ name: 'Short-lived' });
      expect(await stripe.products.del(id)).toMatchObject({ id, deleted: true });
      expect(await refusalOf(stripe.products.retrieve(id))).toMatchObject({
        statusCode: 404,
        code: 'resource_missing',
      });
      const priced = await stripe.products.create({
        name: 'Priced',
        default_price_data: { currency: 'usd', unit_amount: 1 },
      });
      expect(await refusalOf(stripe.products.del(priced.id))).toMatchObject({ statusCode: 400 });
    });
  });

  describe('prices', () => {
    it('carry their amount in minor units and as a decimal', async () => {
      const { stripe } = target();
      const price = await stripe.prices.create({
        currency: 'JPY',
        unit_amount: 1099,
        product_data: { name: 'Sencha' },
        nickname: 'spring',
      });
      expect(price).toMatchObject({
        object: 'price',
        active: true,
        currency: 'jpy',
        nickname: 'spring',
        recurring: null,
        type: 'one_time',
        unit_amount: 1099,
      });
      expect(price.unit_amount_decimal?.toString()).toBe('1099');
    });

    it('are found by lookup key, which one price has at a time', async () => {
      const { stripe } = target();
      const key = unique('key');
      const data = { currency: 'usd', unit_amount: 100, product_data: { name: 'Tea' } };
      const first = await stripe.prices.create({ ...data, lookup_key: key });
      expect(await refusalOf(stripe.prices.create({ ...data, lookup_key: key }))).toMatchObject({
        statusCode: 400,
      });
      const second = await stripe.prices.create({
        ...data,
        lookup_key: key,
        transfer_lookup_key: true,
      });
      const found = await stripe.prices.list({ lookup_keys: [key], expand: ['data.product'] });
      expect(found.data.map(({ id }) => id)).toEqual([second.id]);
      expect(found.data[0]?.product).toMatchObject({ object: 'product', name: 'Tea' });
      expect((await stripe.prices.retrieve(first.id)).lookup_key).toBeNull();
    });

    it('are archived, not deleted', async () => {
      const { stripe } = target();
      const { id, product } = await stripe.prices.create({
        currency: 'usd',
        unit_amount: 100,
        product_data: { name: 'Tea' },
      });
      await stripe.prices.update(id, { active: false, metadata: { season: 'spring' } });
      const active = await stripe.prices.list({ product: product as string, active: true });
      expect(active.data).toEqual([]);
      const all = await stripe.prices.list({ product: product as string });
      expect(all.data).toMatchObject([{ id, active: false, metadata: { season: 'spring' } }]);
    });

    it.each([
      ['up', 1000],
      ['down', 500],
    ] as const)('by the package round %s what is bought', async (round, amount) => {
      const { stripe } = target();
      const { id, transform_quantity: packages } = await stripe.prices.create({
        currency: 'usd',
        unit_amount: 500,
        transform_quantity: { divide_by: 10, round },
        product_data: { name: 'Nails' },
      });
      expect(packages).toEqual({ divide_by: 10, round });
      const session = await stripe.checkout.sessions.create({
        mode: 'payment',
        line_items: [{ price: id, quantity: 11 }],
        success_url: 'https://shop.example/ok',
      });
      expect(session.amount_total).toBe(amount);
    });

    it('recur', async () => {
      const { stripe } = target();
      const price = await stripe.prices.create({
        currency: 'usd',
        unit_amount: 900,
        recurring: { interval: 'month', interval_count: 3 },
        product_data: { name: 'Tea club' },
      });
      expect(price).toMatchObject({
        type: 'recurring',
        recurring: { interval: 'month', interval_count: 3, usage_type: 'licensed' },
      });
    });

    it.each([
      [{ currency: 'usd', product: 'prod_none' }, 'resource_missing', 'product'],
      [{ currency: 'zzz', product_data: { name: 'Tea' } }, undefined, 'currency'],
    ])('refuse %j', async (params, code, param) => {
      const refusal = await refusalOf(
        target().stripe.prices.create({ ...params, unit_amount: 100 }),
      );
      expect(refusal).toMatchObject({ statusCode: 400, param });
      if (code !== undefined) expect(refusal.code).toBe(code);
    });
  });
}
