import { describe, expect, it } from '@jest/globals';
import type Stripe from 'stripe';
import { adoptedOrder } from './adopted-order';

const SHOP = { url: 'http://localhost:4200', currency: 'usd', pictureHosts: ['files.stripe.com'] };

const session = (changes: object = {}) =>
  ({
    id: 'cs_test_1',
    mode: 'payment',
    currency: 'usd',
    created: 1_790_000_000,
    livemode: false,
    amount_subtotal: 1200,
    amount_total: 1200,
    customer_email: null,
    customer_details: { email: 'jenny.rosen@example.com' },
    ...changes,
  }) as unknown as Stripe.Checkout.Session;

const product = (changes: object = {}) => ({
  id: 'prod_1',
  name: 'A mug',
  images: [],
  metadata: {},
  ...changes,
});

const line = (changes: object = {}) =>
  ({
    description: 'A mug',
    amount_subtotal: 1200,
    currency: 'usd',
    quantity: 2,
    price: { id: 'price_1', product: product(), recurring: null },
    ...changes,
  }) as unknown as Stripe.LineItem;

const adopt = (changes: object, lines: Stripe.LineItem[], hasMore = false) =>
  adoptedOrder(session(changes), { lines, hasMore }, SHOP);

describe('the order of a paid session that no checkout made', () => {
  it('shows pictures of listed hosts, through the shop', () => {
    const images = ['https://files.stripe.com/links/mug'];
    const price = { id: 'price_1', product: product({ images }), recurring: null };
    const { lines, pictures } = adopt({}, [line({ price })]);
    expect(pictures).toMatchObject([{ url: images[0] }]);
    expect(lines[0]?.line.imageUrl).toBe(`/api/pictures/${pictures[0]?.id}`);
  });

  it('has what was bought, at what was charged', () => {
    const counted = product({ metadata: { stock: '7', image: '/mug.svg' } });
    const price = { id: 'price_1', product: counted, recurring: null };
    expect(adopt({}, [line({ price })])).toEqual({
      order: {
        mode: 'payment',
        currency: 'usd',
        subtotalMinor: 1200,
        totalMinor: 1200,
        email: 'jenny.rosen@example.com',
        livemode: false,
        createdAt: new Date(1_790_000_000_000),
      },
      lines: [
        {
          stock: 7,
          line: {
            variant: null,
            lang: null,
            stripePriceId: 'price_1',
            stripeProductId: 'prod_1',
            holdsStock: true,
            name: 'A mug',
            imageUrl: '/mug.svg',
            quantity: 2,
            unitAmountMinor: 600,
            recurring: null,
            shippable: null,
          },
        },
      ],
      pictures: [],
      reviewReason: undefined,
    });
  });

  it('has the interval of what renews', () => {
    const recurring = { interval: 'month', interval_count: 1, usage_type: 'licensed' };
    const price = { id: 'price_1', product: product(), recurring };
    const { order, lines } = adopt({ mode: 'subscription' }, [line({ price })]);
    expect(order.mode).toBe('subscription');
    expect(lines[0]?.line.recurring).toEqual({ interval: 'month', intervalCount: 1 });
  });

  it.each([
    ['no line items', {}, [], false, 'its session has no line items'],
    ['more lines than one request lists', {}, [line()], true, 'more line items than are kept'],
    ['lines that do not add up', { amount_subtotal: 1300 }, [line()], false, 'do not add up'],
  ])('wants a person when it has %s', (_what, changes, lines, hasMore, reason) => {
    expect(adopt(changes, lines, hasMore).reviewReason).toContain(reason);
  });

  it.each([
    ['a price of zero', { amount_subtotal: 0, amount_total: 0 }, { amount_subtotal: 0 }],
    ['another currency', { currency: 'eur' }, { currency: 'eur' }],
    ['no currency', { currency: null }, {}],
    ['no amounts', { amount_subtotal: null, amount_total: null }, {}],
    ['no e-mail address', { customer_details: null }, {}],
    [
      'a product that is not shown',
      {},
      { price: { id: 'price_1', product: 'prod_1', recurring: null } },
    ],
    [
      'a deleted product',
      {},
      { price: { id: 'p', product: { id: 'prod_1', deleted: true }, recurring: null } },
    ],
    ['no price', {}, { price: null }],
    ['no description', {}, { description: null }],
    ['no quantity', {}, { quantity: null }],
    ['tiers that do not divide', {}, { quantity: 7 }],
    [
      'a price by usage',
      {},
      { price: { id: 'p', product: product(), recurring: { usage_type: 'metered' } } },
    ],
    ['an item that was not chosen', {}, {}],
  ])('is made all the same with %s', (what, changes, lineChanges) => {
    const notChosen = line({ quantity: 0, amount_subtotal: 0 });
    const lines = [line(lineChanges), ...(what.includes('not chosen') ? [notChosen] : [])];
    const adopted = adopt(changes, lines);
    expect(adopted.reviewReason).toBeUndefined();
    expect(adopted.lines).toHaveLength(1);
    const kept = adopted.lines[0]?.line;
    expect(kept).toMatchObject({
      name: expect.stringMatching(/^(A mug|Item)$/),
      quantity: expect.any(Number),
      unitAmountMinor: expect.any(Number),
    });
    expect(Number.isInteger(kept?.unitAmountMinor)).toBe(true);
    expect(adopted.order.currency).toMatch(/^(usd|eur)$/);
    expect(Number.isInteger(adopted.order.totalMinor)).toBe(true);
  });
});
