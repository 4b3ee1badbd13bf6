import { describe, expect, it } from '@jest/globals';
import { refusalOf, SUCCESS_URL, teaLine, unique, type Target } from './target';

/** Coupons, promotion codes, shipping rates and tax rates, and what they do to a session's total. */
export function promotionsSuite(target: () => Target): void {
  const start = (params: object) =>
    target().stripe.checkout.sessions.create({
      mode: 'payment',
      success_url: SUCCESS_URL,
      line_items: [teaLine()],
      ...params,
    });

  describe('coupons and promotion codes', () => {
    it('take a percentage off', async () => {
      const { stripe } = target();
      const coupon = await stripe.coupons.create({ percent_off: 12.5, duration: 'once' });
      expect(coupon).toMatchObject({ valid: true, percent_off: 12.5, times_redeemed: 0 });
      const session = await start({
        discounts: [{ coupon: coupon.id }],
        expand: ['line_items.data.discounts', 'total_details.breakdown'],
      });
      expect(session).toMatchObject({
        amount_subtotal: 3000,
        amount_total: 2625,
        total_details: {
          amount_discount: 375,
          breakdown: { discounts: [{ amount: 375, discount: { object: 'discount' } }] },
        },
        line_items: { data: [{ amount_discount: 375, amount_total: 2625 }] },
      });
    });

    it('take an amount off, spread over the lines to the last cent', async () => {
      const { stripe } = target();
      const coupon = await stripe.coupons.create({ amount_off: 100, currency: 'usd' });
      const session = await start({
        line_items: [teaLine(333, 1), teaLine(333, 1), teaLine(334, 1)],
        discounts: [{ coupon: coupon.id }],
        expand: ['line_items'],
      });
      expect(session.amount_total).toBe(900);
      const parts = session.line_items?.data.map((line) => line.amount_discount) ?? [];
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(100);
    });

    it('make an order free, which then needs no payment', async () => {
      const { stripe } = target();
      const coupon = await stripe.coupons.create({ percent_off: 100 });
      const session = await start({ discounts: [{ coupon: coupon.id }] });
      expect(session).toMatchObject({ amount_total: 0, payment_status: 'no_payment_required' });
    });

    it('are reached by a code that customers type', async () => {
      const { stripe } = target();
      const coupon = await stripe.coupons.create({ percent_off: 10 });
      const code = unique('TEA').toUpperCase();
      const promotion = await stripe.promotionCodes.create({
        promotion: { type: 'coupon', coupon: coupon.id },
        code,
        restrictions: { minimum_amount: 1000, minimum_amount_currency: 'usd' },
      });
      expect(promotion).toMatchObject({ active: true, code });
      const session = await start({ discounts: [{ promotion_code: promotion.id }] });
      expect(session.amount_total).toBe(2700);
      const small = start({
        line_items: [teaLine(500, 1)],
        discounts: [{ promotion_code: promotion.id }],
      });
      expect(await refusalOf(small)).toMatchObject({ statusCode: 400 });
      await stripe.promotionCodes.update(promotion.id, { active: false });
      const off = start({ discounts: [{ promotion_code: promotion.id }] });
      expect(await refusalOf(off)).toMatchObject({ statusCode: 400 });
      const found = await stripe.promotionCodes.list({ code });
      expect(found.data).toMatchObject([{ id: promotion.id, active: false }]);
    });

    it('are for the first purchase of a customer, which that of a guest never is', async () => {
      const { stripe } = target();
      const coupon = await stripe.coupons.create({ percent_off: 10 });
      const { id: code } = await stripe.promotionCodes.create({
        promotion: { type: 'coupon', coupon: coupon.id },
        code: unique('FIRST').toUpperCase(),
        restrictions: { first_time_transaction: true },
      });
      const buy = (params: object = {}) =>
        start({ discounts: [{ promotion_code: code }], ...params });
      expect(await refusalOf(buy())).toMatchObject({ statusCode: 400 });
      expect(await buy({ customer_creation: 'always' })).toMatchObject({ amount_total: 2700 });
      const { id: customer } = await stripe.customers.create({ name: 'Jenny Rosen' });
      expect(await buy({ customer })).toMatchObject({ amount_total: 2700 });
      await stripe.paymentIntents.create({
        amount: 500,
        confirm: true,
        currency: 'usd',
        customer,
        payment_method: 'pm_card_visa',
        return_url: SUCCESS_URL,
      });
      expect(await refusalOf(buy({ customer }))).toMatchObject({ statusCode: 400 });
    });

    it('are refused when they make no sense', async () => {
      const { stripe } = target();
      expect(await refusalOf(stripe.coupons.create({ duration: 'once' }))).toMatchObject({
        statusCode: 400,
      });
      const unknown = start({ discounts: [{ coupon: 'nope' }] });
      expect(await refusalOf(unknown)).toMatchObject({
        code: 'resource_missing',
        param: 'discounts[0][coupon]',
      });
      const both = start({ discounts: [{ coupon: 'nope' }], allow_promotion_codes: true });
      expect(await refusalOf(both)).toMatchObject({ statusCode: 400 });
    });

    it('are deleted', async () => {
      const { stripe } = target();
      const { id } = await stripe.coupons.create({ percent_off: 5, name: 'Five' });
      expect(await stripe.coupons.update(id, { name: 'Cinq' })).toMatchObject({ name: 'Cinq' });
      expect(await stripe.coupons.del(id)).toMatchObject({ id, deleted: true });
      expect(await refusalOf(stripe.coupons.retrieve(id))).toMatchObject({
        statusCode: 404,
        code: 'resource_missing',
      });
    });
  });

  describe('shipping', () => {
    it('is added to the total, the first way chosen to begin with', async () => {
      const { stripe } = target();
      const rate = await stripe.shippingRates.create({
        display_name: 'By post',
        type: 'fixed_amount',
        fixed_amount: { amount: 500, currency: 'usd' },
        delivery_estimate: { minimum: { unit: 'business_day', value: 2 } },
      });
      const session = await start({
        shipping_address_collection: { allowed_countries: ['US', 'DE'] },
        shipping_options: [
          { shipping_rate: rate.id },
          {
            shipping_rate_data: {
              display_name: 'By air',
              type: 'fixed_amount',
              fixed_amount: { amount: 2500, currency: 'usd' },
            },
          },
        ],
        expand: ['shipping_cost.shipping_rate'],
      });
      expect(session).toMatchObject({
        amount_subtotal: 3000,
        amount_total: 3500,
        shipping_cost: { amount_total: 500, shipping_rate: { display_name: 'By post' } },
        total_details: { amount_shipping: 500 },
      });
      expect(session.shipping_options.map((option) => option.shipping_amount)).toEqual([500, 2500]);
    });
  });

  it.each([
    ['a shipping rate', 'fixed_amount[amount]'],
    ['a price', 'unit_amount'],
  ])('%s below nothing is refused', async (what, param) => {
    const { prices, shippingRates } = target().stripe;
    const below = { amount: -1, currency: 'usd' };
    const making =
      what === 'a price'
        ? prices.create({ currency: 'usd', product_data: { name: 'Tea' }, unit_amount: -1 })
        : shippingRates.create({ display_name: 'By post', fixed_amount: below });
    const refusal = { statusCode: 400, code: 'parameter_invalid_integer', param };
    expect(await refusalOf(making)).toMatchObject(refusal);
  });

  describe('tax rates', () => {
    it('come on top, or are part of the price', async () => {
      const { stripe } = target();
      const rate = (inclusive: boolean) =>
        stripe.taxRates.create({ display_name: 'VAT', inclusive, percentage: 20 });
      const [onTop, included] = await Promise.all([rate(false), rate(true)]);
      const session = await start({
        line_items: [
          { ...teaLine(1000, 1), tax_rates: [onTop.id] },
          { ...teaLine(1200, 1), tax_rates: [included.id] },
        ],
        expand: ['line_items.data.taxes'],
      });
      expect(session).toMatchObject({
        amount_subtotal: 2200,
        amount_total: 2400,
        total_details: { amount_tax: 400 },
        line_items: {
          data: expect.arrayContaining([
            expect.objectContaining({ amount_total: 1200, amount_tax: 200 }),
          ]) as unknown,
        },
      });
    });
  });
}
