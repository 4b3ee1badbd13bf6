/** @jest-environment node */
import { describe, expect, it } from '@jest/globals';
import { MAX_ITEMS, MAX_QUANTITY as MAX_QUANTITY_OF_API } from '@shop/contract';
import {
  addArticle,
  emptyCart,
  emptyIfPlaced,
  MAX_LINES,
  MAX_QUANTITY,
  orderAgain,
  removeLine,
  restoreLine,
  setQuantity,
  type Cart,
} from './cart';
import { parseCart } from './parse-cart';

const mug = { priceId: 'price_mug', name: 'Mug', imageUrl: null };
const attempt = {
  idempotencyKey: '3f0c9a52-6a0e-4c39-9f57-0d7c8f1b2a11',
  orderNumber: 'R7K3-M9QX',
};
const withMug: Cart = { lines: [{ ...mug, quantity: 2 }], attempt };

describe('a cart', () => {
  it('has the limits of the contract', () => {
    expect([MAX_QUANTITY, MAX_LINES]).toEqual([MAX_QUANTITY_OF_API, MAX_ITEMS]);
  });

  it('counts an article that is added again, up to the most', () => {
    let cart = addArticle(addArticle(emptyCart, mug), mug);
    expect(cart.lines).toEqual([{ ...mug, quantity: 2 }]);
    for (let i = 0; i < 200; i++) cart = addArticle(cart, mug);
    expect(cart.lines[0]?.quantity).toBe(99);
  });

  it('holds no more different articles than one order may have', () => {
    let cart = emptyCart;
    for (let i = 0; i < 60; i++) cart = addArticle(cart, { ...mug, priceId: `price_${i}` });
    expect(cart.lines).toHaveLength(50);
  });

  it.each([0, -1, 1.5, 100, Number.NaN, 2 ** 53])('does not take %p as a quantity', (quantity) => {
    expect(setQuantity(withMug, 'price_mug', quantity)).toBe(withMug);
  });

  it.each([
    ['an article is added', addArticle(withMug, mug)],
    ['a quantity changes', setQuantity(withMug, 'price_mug', 5)],
    ['a line is removed', removeLine(withMug, 'price_mug')],
  ])('is a new attempt to pay when %s', (_what, cart) => {
    expect(cart.attempt).toBeNull();
  });

  it('is the same attempt as long as nothing changes', () => {
    expect(setQuantity(withMug, 'price_mug', 2)).toBe(withMug);
    expect(removeLine(withMug, 'price_other')).toBe(withMug);
  });

  it('takes a removed line back to its old place', () => {
    const cart = addArticle(addArticle(withMug, { ...mug, priceId: 'price_b' }), {
      ...mug,
      priceId: 'price_c',
    });
    const line = cart.lines[1]!;
    expect(restoreLine(removeLine(cart, 'price_b'), line, 1).lines).toEqual(cart.lines);
  });

  it('is emptied by its own order only', () => {
    expect(emptyIfPlaced(withMug, 'R7K3-M9QX')).toMatchObject({ lines: [], attempt: null });
    expect(emptyIfPlaced(withMug, 'AAAA-AAAA')).toBe(withMug);
    expect(emptyIfPlaced({ ...withMug, attempt: null }, 'R7K3-M9QX').lines).toHaveLength(1);
  });

  describe('that gets the articles of an order', () => {
    const ordered = [
      { ...mug, quantity: 3 },
      { ...mug, priceId: 'price_b', quantity: 2 },
    ];

    it('has them behind its own, of each the larger quantity, as a new attempt to pay', () => {
      const before = addArticle(withMug, { ...mug, priceId: 'price_c' });
      expect(orderAgain(before, ordered)).toEqual({
        lines: [
          { ...mug, quantity: 3 },
          { ...mug, priceId: 'price_c', quantity: 1 },
          { ...mug, priceId: 'price_b', quantity: 2 },
        ],
        attempt: null,
      });
      expect(orderAgain(withMug, [{ ...mug, quantity: 1 }]).lines).toEqual(withMug.lines);
    });

    it('keeps to its limits, and takes nothing but what a line is', () => {
      const many = Array.from({ length: 60 }, (_, i) => ({
        ...mug,
        priceId: `price_${i}`,
        quantity: 500,
      }));
      const { lines } = orderAgain(emptyCart, many);
      expect(lines).toHaveLength(50);
      expect(lines[0]).toEqual({ ...mug, priceId: 'price_0', quantity: 99 });
      const item = { ...mug, quantity: 1, unitAmountMinor: 2400 };
      expect(orderAgain(emptyCart, [item]).lines).toEqual([{ ...mug, quantity: 1 }]);
    });
  });
});

describe('a stored cart', () => {
  it('is read back as it was', () => {
    expect(parseCart(JSON.stringify(withMug))).toEqual(withMug);
    const { lines } = addArticle(emptyCart, { ...mug, productId: 'prod_mug' });
    expect(parseCart(JSON.stringify({ lines })).lines).toEqual([
      { ...mug, productId: 'prod_mug', quantity: 1 },
    ]);
  });

  it.each(['plan_Gold1', 'gold-plan.2019', 'G'.repeat(255)])(
    'holds a price whose id is that of a plan: %s',
    (priceId) => {
      const lines = [{ ...mug, priceId, quantity: 1 }];
      expect(parseCart(JSON.stringify({ lines })).lines).toEqual(lines);
    },
  );

  it.each([
    null,
    '',
    '{',
    'null',
    '42',
    '"x"',
    '[]',
    '{"lines":null}',
    '{"lines":{"length":3}}',
    '{"lines":[null,42,[],{},{"priceId":"price_1"}]}',
    '{"lines":[{"priceId":"price_1","quantity":"2","name":"x"}]}',
    '{"lines":[{"priceId":"javascript:1","quantity":2,"name":"x"}]}',
    '{"lines":[{"priceId":"../prices","quantity":2,"name":"x"}]}',
    '{"lines":[{"priceId":"__proto__","quantity":2,"name":"x"}]}',
    '{"lines":[{"priceId":"price_1","quantity":1e400,"name":"x"}]}',
  ])('that is %p counts as empty', (text) => {
    expect(parseCart(text)).toEqual(emptyCart);
  });

  it('loses only what is broken, and the attempt with it', () => {
    const lines = [
      { ...mug, quantity: 3 },
      { ...mug, priceId: 'price_b', quantity: 0 },
    ];
    expect(parseCart(JSON.stringify({ lines, attempt }))).toEqual({
      lines: [{ ...mug, quantity: 3 }],
      attempt: null,
    });
  });

  it('never holds a price twice, which the API would refuse', () => {
    const lines = [
      { ...mug, quantity: 3 },
      { ...mug, quantity: 4 },
    ];
    expect(parseCart(JSON.stringify({ lines })).lines).toEqual([{ ...mug, quantity: 3 }]);
  });
});
