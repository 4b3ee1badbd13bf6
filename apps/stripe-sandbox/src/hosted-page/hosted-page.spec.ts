import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type Stripe from 'stripe';
import { type Client, JENNY, pageBelow, startClient } from '../testing/sandbox-client';

type Params = Stripe.Checkout.SessionCreateParams;

describe('the hosted page', () => {
  let client: Client;
  let mug: Stripe.Price;
  let tea: Stripe.Price;

  beforeAll(async () => {
    client = await startClient();
    const { stripe } = client;
    const product = await stripe.products.create({ name: 'Stoneware mug' });
    mug = await stripe.prices.create({ product: product.id, currency: 'usd', unit_amount: 2500 });
    tea = await stripe.prices.create({
      product: product.id,
      currency: 'usd',
      unit_amount: 1500,
      recurring: { interval: 'month', interval_count: 3 },
    });
    const coupon = await stripe.coupons.create({ percent_off: 20, name: 'A fifth off' });
    await stripe.promotionCodes.create({
      code: 'SAVE20',
      promotion: { type: 'coupon', coupon: coupon.id },
    });
    await stripe.promotionCodes.create({
      code: 'BIG',
      promotion: { type: 'coupon', coupon: coupon.id },
      restrictions: { minimum_amount: 100_000, minimum_amount_currency: 'usd' },
    });
  });

  afterAll(async () => {
    await client.sandbox.close();
    expect([...client.sandbox.shapeProblems]).toEqual([]);
  });

  const start = (params: Params = {}) =>
    client.stripe.checkout.sessions.create({
      mode: 'payment',
      line_items: [{ price: mug.id, quantity: 2 }],
      success_url: 'http://shop.test/ok',
      cancel_url: 'http://shop.test/cart',
      ...params,
    });
  const open = async (url: string | null) => (await fetch(String(url))).text();
  const update = async (url: string | null, fields: Record<string, string>) =>
    (
      await fetch(pageBelow(url, 'update'), {
        method: 'POST',
        body: new URLSearchParams({ ...JENNY, ...fields }),
      })
    ).text();
  const retrieve = (id: string) =>
    client.stripe.checkout.sessions.retrieve(id, { expand: ['payment_intent'] });

  /** The rows under the lines: what each is called, and its amount. */
  const totalsOf = (page: string) =>
    [...page.matchAll(/<dt>([^<]*)<\/dt>\s*<dd>([^<]*)<\/dd>/g)].map(([, name, amount]) => [
      name,
      amount,
    ]);
  const buttonOf = (page: string) => /class="pay"[^>]*>\s*([^<]*?)\s*</.exec(page)?.[1];

  const shippingOptions: Params = {
    automatic_tax: { enabled: true },
    shipping_options: [
      {
        shipping_rate_data: {
          display_name: 'Ground',
          type: 'fixed_amount',
          fixed_amount: { amount: 0, currency: 'usd' },
          delivery_estimate: {
            minimum: { unit: 'business_day', value: 5 },
            maximum: { unit: 'business_day', value: 7 },
          },
        },
      },
      {
        shipping_rate_data: {
          display_name: 'Next day air',
          type: 'fixed_amount',
          fixed_amount: { amount: 1500, currency: 'usd' },
        },
      },
    ],
  };

  const airOf = ({ shipping_options: [, air] }: Stripe.Checkout.Session) =>
    typeof air?.shipping_rate === 'string' ? air.shipping_rate : '';

  it('adds up lines, shipping and tax, and anew when the shopper ships another way', async () => {
    const session = await start(shippingOptions);
    const page = await open(session.url);
    expect(totalsOf(page)).toEqual([
      ['Subtotal', '$50.00'],
      ['Shipping', '$0.00'],
      ['Tax', '$5.00'],
      ['Total due', '$55.00'],
    ]);
    expect(page).toMatch(/Ground\s*<span class="choice-hint">5–7 business days</);
    expect(page).toMatch(/class="choice-amount"\s*>Free</);

    const air = airOf(session);
    const updated = await update(session.url, { update: '1', shippingRate: air });
    expect(totalsOf(updated)).toEqual([
      ['Subtotal', '$50.00'],
      ['Shipping', '$15.00'],
      ['Tax', '$6.50'],
      ['Total due', '$71.50'],
    ]);
    expect(buttonOf(updated)).toBe('Pay $71.50');
    expect(updated).toContain(`value="${JENNY.billingName}"`);
    expect(updated).toMatch(new RegExp(`value="${air}"\\s+checked`));
  });

  it('charges no other total than the one that was shown', async () => {
    const session = await start(shippingOptions);
    const air = airOf(session);
    const response = await client.pay(session.url, { expectedTotal: '5500', shippingRate: air });
    expect(response.status).toBe(409);
    expect(await response.text()).toMatch(/role="alert"[^>]*>The total has changed/);
    expect((await retrieve(session.id)).payment_intent).toBeNull();
    expect((await client.pay(session.url, { expectedTotal: '7150' })).status).toBe(303);
    expect((await retrieve(session.id)).amount_total).toBe(7150);
  });

  it('says that tax is in the price where it is', async () => {
    const price = await client.stripe.prices.create({
      product: mug.product as string,
      currency: 'usd',
      unit_amount: 1100,
      tax_behavior: 'inclusive',
    });
    const session = await start({
      automatic_tax: { enabled: true },
      line_items: [{ price: price.id, quantity: 1 }],
    });
    expect(totalsOf(await open(session.url))).toEqual([
      ['Subtotal', '$11.00'],
      ['Tax (included)', '$1.00'],
      ['Total due', '$11.00'],
    ]);
  });

  it.each([
    ['the first of its list', ['ES', 'DE'], 'en', 'DE', '59.50'],
    ['the one of its language', ['DE', 'FR'], 'fr', 'FR', '60,00'],
  ] as const)(
    'shows the tax of the country that it shows: %s',
    async (_, countries, locale, country, total) => {
      const session = await start({
        automatic_tax: { enabled: true },
        shipping_address_collection: { allowed_countries: [...countries] },
        locale,
      });
      const page = await open(session.url);
      expect(page).toMatch(new RegExp(`<option value="${country}"\\s+selected`));
      expect(totalsOf(page).at(-1)?.[1]).toContain(total);
      expect(buttonOf(page)).toContain(total);
    },
  );

  it('takes a promotion code, says why another does not work, and takes it off again', async () => {
    const session = await start({ allow_promotion_codes: true });
    const refused = await update(session.url, { applyCode: '1', promotionCode: 'NOPE' });
    expect(refused).toMatch(/role="alert" id="code-problem"[^>]*>This code is invalid\./);
    expect(refused).toContain('value="NOPE"');
    const small = await update(session.url, { applyCode: '1', promotionCode: 'big' });
    expect(small).toContain('This code does not apply to an order of this amount.');

    const applied = await update(session.url, { applyCode: '1', promotionCode: ' save20 ' });
    expect(totalsOf(applied)).toContainEqual(['Discount (SAVE20)', '−$10.00']);
    expect(buttonOf(applied)).toBe('Pay $40.00');
    const removed = await update(session.url, { removeCode: '1' });
    expect(buttonOf(removed)).toBe('Pay $50.00');
    expect(removed).toContain('id="promotionCode"');
  });

  it('asks for no code where the shop gave the discount', async () => {
    const coupon = await client.stripe.coupons.create({ percent_off: 10 });
    const page = await open((await start({ discounts: [{ coupon: coupon.id }] })).url);
    expect(totalsOf(page)).toContainEqual(['Discount', '−$5.00']);
    expect(page).not.toContain('promotionCode');
  });

  it('completes an order of nothing without a card', async () => {
    const coupon = await client.stripe.coupons.create({ percent_off: 100 });
    const session = await start({ discounts: [{ coupon: coupon.id }] });
    const page = await open(session.url);
    expect(buttonOf(page)).toBe('Complete order');
    expect(page).not.toContain('cardNumber');
    const { email, billingName } = JENNY;
    const response = await fetch(String(session.url), {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ email, billingName, expectedTotal: '0' }),
    });
    expect(response.headers.get('location')).toBe('http://shop.test/ok');
    expect(await retrieve(session.id)).toMatchObject({
      status: 'complete',
      payment_status: 'no_payment_required',
      payment_intent: null,
    });
  });

  it('takes a bank account, which stays in processing', async () => {
    const session = await start();
    expect(await open(session.url)).toMatch(/name="method"\s+value="us_bank_account"/);
    const paid = await client.pay(session.url, { method: 'us_bank_account', cardNumber: '' });
    expect(paid.status).toBe(303);
    expect(await retrieve(session.id)).toMatchObject({
      status: 'complete',
      payment_status: 'unpaid',
      payment_intent: { status: 'processing' },
    });
  });

  it.each([
    ['konbini', 'jpy', ['FamilyMart: payment code', 'Lawson: confirmation number']],
    ['multibanco', 'eur', ['Entity', 'Reference']],
    ['oxxo', 'mxn', ['Number']],
    ['boleto', 'brl', ['Number']],
  ])('hands out a %s voucher until it is paid', async (method, currency, labels) => {
    const price = await client.stripe.prices.create({
      product: mug.product as string,
      currency,
      unit_amount: 5000,
    });
    const session = await start({ line_items: [{ price: price.id, quantity: 1 }] });
    expect((await client.pay(session.url, { method })).status).toBe(303);
    const { payment_intent: intent } = await retrieve(session.id);
    const action = (intent as Stripe.PaymentIntent).next_action as unknown as Record<
      string,
      { hosted_voucher_url: string }
    >;
    const url = String(action[`${method}_display_details`]?.hosted_voucher_url);
    const shown = totalsOf(await open(url));
    for (const label of labels) expect(shown.map(([name]) => name)).toContain(label);
    expect(shown.every(([, number]) => /\d{5}/.test(String(number)))).toBe(true);

    await client.control('POST', `sessions/${session.id}/settle`, {});
    expect(await open(url)).toContain('This voucher has been paid.');
  });

  it('starts a subscription', async () => {
    const session = await start({
      mode: 'subscription',
      line_items: [{ price: tea.id, quantity: 1 }],
    });
    const page = await open(session.url);
    expect(buttonOf(page)).toBe('Subscribe');
    expect(page).toContain('every 3 months');
    expect((await client.pay(session.url)).status).toBe(303);
    expect((await retrieve(session.id)).subscription).toMatch(/^sub_/);
  });

  it.each([
    ['auto', 'Subscribe'],
    ['subscribe', 'Subscribe'],
    ['pay', 'Pay $15.00'],
    ['donate', 'Donate $15.00'],
  ])('names the button of a subscription of the submit type %s', async (submit_type, label) => {
    const { url } = await start({
      mode: 'subscription',
      line_items: [{ price: tea.id, quantity: 1 }],
      submit_type,
    });
    expect(buttonOf(await open(url))).toBe(label);
  });

  it('keeps a card without charging it', async () => {
    const session = await client.stripe.checkout.sessions.create({
      mode: 'setup',
      currency: 'usd',
      success_url: 'http://shop.test/ok',
    });
    expect(buttonOf(await open(session.url))).toBe('Save');
    expect((await client.pay(session.url)).status).toBe(303);
    expect(await retrieve(session.id)).toMatchObject({ status: 'complete', payment_intent: null });
  });

  it('leads from an expired session to a new one like it', async () => {
    const session = await start({ after_expiration: { recovery: { enabled: true } } });
    await client.stripe.checkout.sessions.expire(session.id);
    const response = await fetch(String(session.url));
    expect(response.status).toBe(410);
    const link = /href="([^"]+\/c\/recover\/[^"]+)"/.exec(await response.text())?.[1];
    const recovered = await fetch(String(link), { redirect: 'manual' });
    const id = /cs_test_\w+/.exec(String(recovered.headers.get('location')))?.[0];
    expect(id).not.toBe(session.id);
    expect(await retrieve(String(id))).toMatchObject({
      status: 'open',
      recovered_from: session.id,
      amount_total: 5000,
    });
  });

  it.each([
    [undefined, null],
    [true, true],
  ])('takes promotion codes in the new one if recovery says %s', async (said, takes) => {
    const session = await start({
      allow_promotion_codes: true,
      after_expiration: {
        recovery: { enabled: true, ...(said && { allow_promotion_codes: said }) },
      },
    });
    const { after_expiration: after } = await client.stripe.checkout.sessions.expire(session.id);
    await fetch(String(after?.recovery?.url), { redirect: 'manual' });
    const { data } = await client.stripe.checkout.sessions.list({ limit: 1 });
    expect(data).toMatchObject([{ recovered_from: session.id, allow_promotion_codes: takes }]);
  });

  it('leads back to the shop where nothing can be recovered', async () => {
    const session = await start();
    await client.stripe.checkout.sessions.expire(session.id);
    expect(await open(session.url)).toContain('href="http://shop.test/cart"');
    expect(await update(session.url, { update: '1' })).toContain('This checkout has expired');
  });

  it('says that a completed session is complete, whatever is sent', async () => {
    const session = await start({ allow_promotion_codes: true });
    await client.pay(session.url);
    for (const page of [
      await open(session.url),
      await update(session.url, { applyCode: '1', promotionCode: 'SAVE20' }),
      await (await client.pay(session.url)).text(),
      await open(pageBelow(session.url, 'authenticate')),
    ]) {
      expect(page).toContain('You’re all done here');
    }
    expect((await retrieve(session.id)).amount_total).toBe(5000);
  });

  it('opens the address of an updated page as the page itself', async () => {
    const session = await start();
    const response = await fetch(pageBelow(session.url, 'update'), { redirect: 'manual' });
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toBe(new URL(String(session.url)).pathname);
  });

  it('answers an unknown session with a page of its own', async () => {
    const response = await fetch(`${client.sandbox.url}/c/pay/cs_test_none`);
    expect(response.status).toBe(404);
    expect(await response.text()).toContain('Something went wrong');
  });
});
