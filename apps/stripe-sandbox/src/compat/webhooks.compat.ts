import { describe, expect, it } from '@jest/globals';
import { refusalOf, type Target } from './target';

/** Webhook endpoints and events, as far as the API shows them. */
export function webhooksSuite(target: () => Target): void {
  describe('webhook endpoints', () => {
    it('tell their secret once', async () => {
      const { stripe } = target();
      const endpoint = await stripe.webhookEndpoints.create({
        url: 'https://shop.example/webhooks',
        enabled_events: ['checkout.session.completed', 'charge.refunded'],
        description: 'Orders',
      });
      expect(endpoint.secret).toMatch(/^whsec_\S{16,}$/);
      const read = await stripe.webhookEndpoints.retrieve(endpoint.id);
      expect(read).toMatchObject({ status: 'enabled', description: 'Orders' });
      expect(read.secret).toBeUndefined();
      const off = await stripe.webhookEndpoints.update(endpoint.id, {
        disabled: true,
        enabled_events: ['*'],
      });
      expect(off).toMatchObject({ status: 'disabled', enabled_events: ['*'] });
      const { data } = await stripe.webhookEndpoints.list({ limit: 100 });
      expect(data.map(({ id }) => id)).toContain(endpoint.id);
      expect(await stripe.webhookEndpoints.del(endpoint.id)).toMatchObject({ deleted: true });
      expect(await refusalOf(stripe.webhookEndpoints.retrieve(endpoint.id))).toMatchObject({
        statusCode: 404,
      });
    });

    it('refuse events that do not exist, and addresses that are none', async () => {
      const { stripe } = target();
      const create = (url: string, event: string) =>
        stripe.webhookEndpoints.create({ url, enabled_events: [event as '*'] });
      expect(await refusalOf(create('https://shop.example', 'tea.brewed'))).toMatchObject({
        statusCode: 400,
        param: 'enabled_events[0]',
      });
      expect(await refusalOf(create('shop', '*'))).toMatchObject({
        statusCode: 400,
        code: 'url_invalid',
      });
    });
  });

  describe('events', () => {
    it('tell what happened, with the request that caused it', async () => {
      const { stripe } = target();
      const idempotencyKey = `key-${Date.now()}`;
      const product = await stripe.products.create({ name: 'Tea' }, { idempotencyKey });
      await stripe.products.update(product.id, { name: 'Green tea' });
      const { data } = await stripe.events.list({ type: 'product.*', limit: 2 });
      expect(data).toMatchObject([
        {
          type: 'product.updated',
          data: { object: { name: 'Green tea' }, previous_attributes: { name: 'Tea' } },
        },
        {
          object: 'event',
          type: 'product.created',
          livemode: false,
          data: { object: { id: product.id, name: 'Tea' } },
          request: {
            id: expect.stringMatching(/^req_/),
            idempotency_key: idempotencyKey,
          },
        },
      ]);
      const [updated] = data;
      expect(await stripe.events.retrieve(updated?.id ?? '')).toMatchObject({
        id: updated?.id,
        type: 'product.updated',
      });
    });

    it('are listed by several types and by time', async () => {
      const { stripe } = target();
      await stripe.customers.create({ name: 'Jenny' });
      const types = ['customer.created', 'product.created'];
      const { data } = await stripe.events.list({ types, created: { gte: 1 } });
      expect(data.length).toBeGreaterThan(0);
      expect(data.every((event) => types.includes(event.type))).toBe(true);
      const past = await stripe.events.list({ created: { lt: 1 } });
      expect(past.data).toEqual([]);
    });

    it('are listed by twenty types at most, given in one way', async () => {
      const { events } = target().stripe;
      const most = TYPES.slice(0, 20);
      expect((await events.list({ types: most, limit: 1 })).data.length).toBeLessThanOrEqual(1);
      const refused = { statusCode: 400, rawType: 'invalid_request_error', param: 'types' };
      expect(await refusalOf(events.list({ types: TYPES }))).toMatchObject(refused);
      const both = events.list({ type: 'product.created', types: ['product.updated'] });
      expect(await refusalOf(both)).toMatchObject({ statusCode: 400 });
    });
  });
}

const OBJECTS = [
  'product',
  'price',
  'coupon',
  'customer',
  'customer.subscription',
  'plan',
  'invoice',
];

/** One more than one request may name. */
const TYPES = OBJECTS.flatMap((name) => [`${name}.created`, `${name}.updated`, `${name}.deleted`]);
