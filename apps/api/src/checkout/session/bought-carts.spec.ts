import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parseShopFile } from '@shop/shop-file';
import type { ShopFile } from '@shop/shop-file';
import { demoShopFile } from '@shop/stack';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import type Stripe from 'stripe';
import { returnSandbox, takeSandbox } from '../../../testing/sandbox-pool';
import type { Sandbox } from '../../../testing/sandbox';
import { stripeOf } from '../../../testing/stripe-of';
import type { OrderLineRow, OrderRow } from '../../database/schema/tables';
import { decide } from '../../order/sync/decide';
import { readPurchase, subtotalOf } from '../../order/sync/read-purchase';
import { makeOffer } from './make-offer';
import type { SaleableItem } from './make-offer';
import { sessionParams } from './session-params';

/** More with the environment variable CARTS: `CARTS=10000 npx nx test api -- bought-carts`. */
const CARTS = Number(process.env['CARTS'] ?? 1000);
const AT_ONCE = 8;
const ID = '00000000-0000-4000-8000-000000000001';
const NOW = new Date();
const AMOUNTS = [199, 350, 999, 2400, 3333, 12_345];
const BEHAVIOURS = ['exclusive', 'inclusive'] as const;

const small = fc.nat({ max: 8 });
const cartOf = fc.record({
  tax: fc.constantFrom('off', 'exclusive', 'inclusive'),
  adjustableQuantity: fc.boolean(),
  promotionCodes: fc.boolean(),
  code: fc.constantFrom('FIFTH', 'FIVE', 'NONE'),
  country: fc.constantFrom('US', 'DE', 'CH'),
  rates: fc.array(
    fc.record({
      amountMinor: fc.constantFrom(0, 490, 1234),
      freeFromMinor: fc.constantFrom(undefined, 1, 20_000),
    }),
    { maxLength: 5 },
  ),
  rate: small,
  lines: fc.uniqueArray(
    fc.record({
      item: fc.nat({ max: 3 }),
      quantity: fc.integer({ min: 1, max: 9 }),
      raised: small,
    }),
    { minLength: 1, maxLength: 4, selector: ({ item }) => item },
  ),
  /** Of the last two articles: whether it is offered, and how many are added. */
  optional: fc.tuple(
    fc.record({ offered: fc.boolean(), added: small }),
    fc.record({ offered: fc.boolean(), added: small }),
  ),
});
type Cart = typeof cartOf extends fc.Arbitrary<infer T> ? T : never;

describe('carts that are changed on the payment page', () => {
  let sandbox: Sandbox;
  let stripe: Stripe;
  const catalogs: Record<string, SaleableItem[]> = {};
  const shop = parseShopFile(readFileSync(demoShopFile, 'utf8'));

  beforeAll(async () => {
    sandbox = await takeSandbox();
    stripe = stripeOf(sandbox);
    for (const behaviour of BEHAVIOURS)
      catalogs[behaviour] = await Promise.all(AMOUNTS.map((amount) => sell(amount, behaviour)));
    for (const [code, params] of [
      ['FIFTH', { percent_off: 20 }],
      ['FIVE', { amount_off: 500, currency: 'usd' }],
    ] as const) {
      const { id: coupon } = await stripe.coupons.create(params);
      await stripe.promotionCodes.create({ code, promotion: { type: 'coupon', coupon } });
    }
  }, 60_000);
  afterAll(() => returnSandbox(sandbox));

  async function sell(
    amount: number,
    behaviour: (typeof BEHAVIOURS)[number],
  ): Promise<SaleableItem> {
    const price = await stripe.prices.create({
      currency: 'usd',
      unit_amount: amount,
      tax_behavior: behaviour,
      product_data: { name: `Article of ${amount}` },
    });
    return {
      left: null,
      shippable: null,
      product: {
        id: price.product as string,
        name: `Article of ${amount}`,
        description: null,
        lang: 'en',
        translations: [],
        imageUrl: null,
      },
      variant: {
        name: null,
        lang: 'en',
        translations: [],
        price: { id: price.id, amountMinor: amount, currency: 'usd', recurring: null },
      },
    };
  }

  function orderOf(cart: Cart) {
    const catalog = catalogs[cart.tax === 'exclusive' ? 'exclusive' : 'inclusive'] ?? [];
    const bought = cart.lines.map(({ item, quantity }) => ({
      ...(catalog[item] as SaleableItem),
      quantity,
    }));
    const checkout: ShopFile['checkout'] = {
      ...shop.checkout,
      tax: cart.tax,
      adjustableQuantity: cart.adjustableQuantity,
      promotionCodes: cart.promotionCodes,
      shipping: {
        countries: ['US', 'DE', 'CH'],
        rates: cart.rates.map((rate, at) => ({ ...rate, name: `Rate ${at}` })) as never,
      },
      optionalItems: cart.optional.flatMap(({ offered }, at) =>
        offered ? [(catalog[4 + at] as SaleableItem).variant.price.id] : [],
      ),
    };
    const lines: OrderLineRow[] = bought.map(({ product, variant, quantity }, position) => ({
      orderId: ID,
      position,
      stripePriceId: variant.price.id,
      stripeProductId: product.id,
      holdsStock: false,
      withdrawalExempt: false,
      name: product.name,
      variant: null,
      lang: 'en',
      imageUrl: null,
      quantity,
      unitAmountMinor: variant.price.amountMinor,
      recurring: null,
      shippable: null,
    }));
    const subtotalMinor = subtotalOf(lines);
    const offer = makeOffer(
      checkout,
      { lines: bought, mode: 'payment', subtotalMinor, language: 'en' },
      catalog,
    );
    const order = {
      id: ID,
      number: 'R7K3-M9QX',
      status: 'pending',
      origin: 'checkout',
      mode: 'payment',
      currency: 'usd',
      livemode: false,
      language: 'en',
      createdAt: NOW,
      deploymentId: null,
      stripeSessionId: null,
      reviewReason: null,
      refunds: [],
      dispute: null,
      version: 0,
      subtotalMinor,
      offer,
    } as unknown as OrderRow;
    return {
      order,
      lines,
      params: sessionParams(order, lines, { ...shop, checkout }, 'http://shop.test'),
    };
  }

  /** Quantities as a shopper can choose them, by price. */
  function quantitiesOf({ offer }: OrderRow, lines: OrderLineRow[], cart: Cart) {
    const raised = lines.map(({ stripePriceId, quantity }, at) => {
      const change = offer?.quantities ? (cart.lines[at]?.raised ?? 0) - 4 : 0;
      const least = offer?.isShippingEarned ? quantity : 1;
      return [stripePriceId, Math.max(least, quantity + change)] as const;
    });
    const added = (offer?.optionalItems ?? []).flatMap(({ stripePriceId }, at) => {
      const count = cart.optional[at]?.added ?? 0;
      return count > 0 ? [[stripePriceId, count] as const] : [];
    });
    return Object.fromEntries([...raised, ...added]);
  }

  async function buy(cart: Cart) {
    const { order, lines, params } = orderOf(cart);
    const { id } = await stripe.checkout.sessions.create(params);
    await sandbox.call('POST', `sessions/${id}/complete`, {
      country: cart.country,
      quantities: quantitiesOf(order, lines, cart),
      shippingRate: `Rate ${cart.rate % Math.max(1, cart.rates.length)}`,
      ...(cart.promotionCodes && { promotionCode: cart.code }),
    });
    const session = await stripe.checkout.sessions.retrieve(id, {
      expand: ['line_items', 'payment_intent.latest_charge', 'total_details.breakdown'],
    });
    const snapshot = {
      session,
      customerName: null,
      refunds: [],
      disputes: [],
      invoice: null,
      subscription: null,
    };
    const judge = (changed: Stripe.Checkout.Session = session) =>
      decide(
        { ...order, stripeSessionId: id },
        { ...snapshot, session: changed },
        NOW,
        [],
        readPurchase(order, lines, changed),
      );
    return { order, session, judge };
  }

  it('are never in review, and every amount is Stripe’s', async () => {
    const seen = { raised: 0, added: 0, discounted: 0, taxed: 0, shipped: 0 };
    const judged = async (cart: Cart) => {
      const { order, session, judge } = await buy(cart);
      const decision = judge();
      expect(decision).toMatchObject({ status: 'paid', alerts: [] });
      const { changes, lines } = decision ?? {};
      const items = session.line_items?.data ?? [];
      const total = session.total_details;
      if (lines) {
        expect(lines.map(({ stripePriceId, quantity }) => [stripePriceId, quantity])).toEqual(
          items.map(({ price, quantity }) => [price?.id, quantity]),
        );
        expect(subtotalOf(lines)).toBe(session.amount_subtotal);
      }
      expect({ ...order, ...changes }).toMatchObject({
        subtotalMinor: session.amount_subtotal,
        totalMinor: session.amount_total,
        discountMinor: total?.amount_discount,
        shippingMinor: total?.amount_shipping,
        taxMinor: total?.amount_tax,
      });
      const {
        subtotalMinor = order.subtotalMinor,
        discountMinor = 0,
        shippingMinor = 0,
      } = changes ?? {};
      const { taxMinor = 0, taxIncludedMinor = 0, totalMinor } = changes ?? {};
      expect(subtotalMinor - discountMinor + shippingMinor + taxMinor - taxIncludedMinor).toBe(
        totalMinor,
      );
      expect(
        items.reduce(
          (sum, item) => sum + item.amount_total,
          session.shipping_cost?.amount_total ?? 0,
        ),
      ).toBe(totalMinor);
      seen.raised += Number(subtotalMinor > order.subtotalMinor);
      seen.added += Number(items.length > cart.lines.length);
      seen.discounted += Number(discountMinor > 0);
      seen.taxed += Number(taxMinor > 0);
      seen.shipped += Number(shippingMinor > 0);
      expectReview(order, session, judge);
    };
    const carts = fc.sample(cartOf, {
      numRuns: CARTS,
      seed: Number(process.env['SEED'] ?? 20_261_129),
    });
    for (let from = 0; from < carts.length; from += AT_ONCE)
      await Promise.all(carts.slice(from, from + AT_ONCE).map(judged));
    // A run in which something never happened proves nothing about it.
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(CARTS / 20);
  }, 600_000);

  /** The same session with something that was not offered. */
  function expectReview(
    { offer, subtotalMinor }: OrderRow,
    session: Stripe.Checkout.Session,
    judge: (session: Stripe.Checkout.Session) => ReturnType<typeof decide>,
  ): void {
    const [first, ...others] = session.line_items?.data ?? [];
    if (!first) throw new Error('A session without lines.');
    const withLines = (...data: Stripe.LineItem[]) => ({
      ...session,
      line_items: { ...session.line_items, data } as Stripe.ApiList<Stripe.LineItem>,
    });
    const strange = { ...first, price: { ...first.price, id: 'price_of_another' } as Stripe.Price };
    const wrong = offer
      ? [
          withLines({ ...first, quantity: 100 }, ...others),
          withLines(strange, ...others),
          withLines(first, ...others, strange),
        ]
      : [{ ...session, amount_subtotal: subtotalMinor + 1 }];
    for (const one of wrong) expect(judge(one)?.status).toBe('needs_review');
    if (offer?.shippingRates.length && session.shipping_cost) {
      const cost = {
        ...session.shipping_cost,
        amount_subtotal: session.shipping_cost.amount_subtotal + 1,
      };
      expect(judge({ ...session, shipping_cost: cost })?.status).toBe('needs_review');
    }
  }
});
