import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { FullConfirmation } from '@shop/contract';
import type Stripe from 'stripe';
import { usualEngines } from '../../testing/engines';
import { MERCHANT_SECRET, openMerchantServer } from '../../testing/merchant-server';
import type { MerchantServer } from '../../testing/merchant-server';
import { heldOf, untilOrder } from '../../testing/orders';
import { Shopper, sessionIdOf } from '../../testing/shopper';
import { startTestApi } from '../../testing/start-test-api';
import type { TestApi } from '../../testing/start-test-api';
import { until } from '../../testing/until';

/** Everything that a shop can ask for and offer on Stripe's page. */
const CHECKOUT = {
  shipping: {
    countries: ['US', 'DE'],
    rates: [
      {
        name: 'Post',
        amountMinor: 500,
        freeFromMinor: 10_000,
        deliveryDays: { minimum: 3, maximum: 5 },
      },
      { name: 'Courier', amountMinor: 1500, deliveryDays: { maximum: 1 } },
    ],
  },
  tax: 'exclusive',
  taxIds: true,
  phone: true,
  customFields: [
    { key: 'po', type: 'text', optional: true, label: { en: 'PO number', de: 'Bestellnummer' } },
    {
      key: 'wrap',
      type: 'dropdown',
      optional: true,
      label: { en: 'Gift wrap' },
      options: [{ value: 'red', label: { en: 'Red paper', de: 'Rotes Papier' } }],
    },
  ],
  terms: true,
  customText: { en: 'We ship on weekdays.', de: 'Wir versenden werktags.' },
  promotionCodes: true,
  adjustableQuantity: true,
  invoices: true,
  statementDescriptorSuffix: 'goods',
  expiresMinutes: 1440,
};

const productIdOf = ({ product }: Stripe.Price) =>
  typeof product === 'string' ? product : product.id;

describe.each(usualEngines)('a shop that offers everything, on the %s database', (engine) => {
  let api: TestApi;
  let merchant: MerchantServer;
  let mug: Stripe.Price;
  let card: Stripe.Price;
  let lamp: Stripe.Price;
  let tea: Stripe.Price;

  const sell = async (
    stripe: Stripe,
    name: string,
    amount: number,
    stock?: number,
    renews = false,
  ) => {
    const { id: product } = await stripe.products.create({
      name,
      metadata: stock === undefined ? {} : { stock: String(stock) },
    });
    return stripe.prices.create({
      product,
      currency: 'usd',
      unit_amount: amount,
      ...(renews && { recurring: { interval: 'month' as const } }),
    });
  };

  beforeAll(async () => {
    merchant = await openMerchantServer();
    api = await startTestApi(engine, {
      api: {
        FULFILLMENT_WEBHOOK_URL: merchant.url,
        FULFILLMENT_WEBHOOK_SECRET: MERCHANT_SECRET,
      },
      shop: async (stripe) => {
        mug = await sell(stripe, 'Mug', 2500);
        card = await sell(stripe, 'Greeting card', 400, 3);
        lamp = await sell(stripe, 'Lamp', 4000, 5);
        tea = await sell(stripe, 'Tea', 1500, undefined, true);
        return {
          legal: { terms: 'https://shop.example/terms' },
          checkout: { ...CHECKOUT, optionalItems: [card.id, tea.id] },
        };
      },
    });
  }, 60_000);
  afterAll(async () => {
    await api?.stop();
    await merchant.close();
  });
  beforeEach(() => void api.sandbox.reset());

  async function start(items: [Stripe.Price, number][], languages = 'en') {
    const shopper = new Shopper(api);
    const { status, body } = await shopper.checkout({
      items: items.map(([{ id: priceId }, quantity]) => ({ priceId, quantity })),
      headers: { 'accept-language': languages },
    });
    expect([status, body.code]).toEqual([201, undefined]);
    return { shopper, id: sessionIdOf(body.url) };
  }
  const complete = (id: string, choices: object = {}) =>
    api.sandbox.call('POST', `sessions/${id}/complete`, {
      name: 'Jenny Rosen',
      email: 'jenny.rosen@example.com',
      country: 'US',
      ...choices,
    });
  const ended = (id: string) =>
    untilOrder(api, id, ({ status }) => status === 'paid' || status === 'needs_review');
  const session = (id: string) =>
    api.stripe.checkout.sessions.retrieve(id, { expand: ['line_items'] });
  const view = async (shopper: Shopper, id: string) =>
    (await shopper.confirmation(id)).body as FullConfirmation;
  const told = (number: string) =>
    until(
      () =>
        Promise.resolve(merchant.requests.find(({ event }) => event.data.orderNumber === number)),
      (request) => request !== undefined,
    );
  /** What the order says must be what Stripe says. */
  async function expectStripesAmounts(id: string) {
    const [order, stripes] = [await ended(id), await session(id)];
    expect(order).toMatchObject({
      subtotalMinor: stripes.amount_subtotal,
      totalMinor: stripes.amount_total,
      taxMinor: stripes.total_details?.amount_tax,
      shippingMinor: stripes.total_details?.amount_shipping,
    });
    return order;
  }

  it('asks in the language of the shopper', async () => {
    const { id } = await start([[mug, 1]], 'de-AT');
    expect(await session(id)).toMatchObject({
      automatic_tax: { enabled: true },
      branding_settings: { display_name: 'Morrow Goods' },
      consent_collection: { terms_of_service: 'required' },
      custom_fields: [
        { key: 'po', label: { custom: 'Bestellnummer' } },
        {
          key: 'wrap',
          label: { custom: 'Gift wrap' },
          dropdown: { options: [{ label: 'Rotes Papier' }] },
        },
      ],
      custom_text: { submit: { message: 'Wir versenden werktags.' } },
      invoice_creation: { enabled: true },
      optional_items: [{ price: card.id }],
      phone_number_collection: { enabled: true },
      shipping_options: [{ shipping_amount: 500 }, { shipping_amount: 1500 }],
      tax_id_collection: { enabled: true },
    });
  });

  it.each([-30_000, 0, 30_000])(
    'is paid for within a day where Stripe’s clock is %d ms ahead of ours',
    async (offsetMs) => {
      await api.sandbox.call('POST', 'clock', { offsetMs });
      const { id } = await start([[mug, 1]]);
      const { created, expires_at: expiresAt } = await session(id);
      await api.sandbox.call('POST', 'clock', { offsetMs: 0 });
      const hours = (expiresAt - created) / 3600;
      expect(hours).toBeGreaterThan(23.9);
      expect(hours).toBeLessThanOrEqual(24);
    },
  );

  it('ships free from the amount that the file says', async () => {
    const { id } = await start([[mug, 4]]);
    expect((await session(id)).shipping_options).toMatchObject([
      { shipping_amount: 0 },
      { shipping_amount: 1500 },
    ]);
  });

  it.each([
    ['can be lowered while shipping costs something', 1, 1],
    ['cannot be lowered once the cart ships free by what it costs', 4, 4],
  ])('quantities %s', async (_, quantity, least) => {
    const { id } = await start([[mug, quantity]]);
    const { line_items: lines } = await session(id);
    expect(lines?.data).toMatchObject([{ adjustable_quantity: { minimum: least, maximum: 99 } }]);
  });

  it('tells what was really bought, chosen and answered: order, page and merchant, none in review', async () => {
    const { id, shopper } = await start([[mug, 1]]);
    await complete(id, {
      businessName: 'Rosen GmbH',
      taxId: 'DE123456789',
      country: 'DE',
      customFields: { po: 'PO-7', wrap: 'red' },
      quantities: { [mug.id]: 3, [card.id]: 2 },
      shippingRate: 'Courier',
    });
    const order = await expectStripesAmounts(id);
    expect(order).toMatchObject({ status: 'paid', reviewReason: null, totalMinor: 11_662 });
    const common = {
      shippingRate: {
        name: 'Courier',
        amountMinor: 1500,
        deliveryDays: { minimum: null, maximum: 1 },
      },
      taxIds: [{ type: 'eu_vat', value: 'DE123456789' }],
      businessName: 'Rosen GmbH',
      termsAccepted: true,
      phone: '+1 415 555 0132',
      statementDescriptor: 'SANDBOX* GOODS',
    };
    expect(await view(shopper, id)).toMatchObject({
      ...common,
      state: 'confirmed',
      items: [
        { name: 'Mug', quantity: 3, amountMinor: 7500 },
        { name: 'Greeting card', quantity: 2, amountMinor: 800 },
      ],
      amounts: { subtotalMinor: 8300, shippingMinor: 1500, taxMinor: 1862, totalMinor: 11_662 },
      customFields: [
        { label: 'PO number', text: 'PO-7' },
        { label: 'Gift wrap', text: 'Red paper' },
      ],
      invoice: { url: expect.stringContaining('/i/in_'), pdfUrl: expect.stringContaining('/pdf') },
    });
    expect((await told(order.number))?.event.data).toMatchObject({
      ...common,
      customFields: [
        { key: 'po', value: 'PO-7' },
        { key: 'wrap', value: 'red', text: 'Red paper' },
      ],
      invoice: { id: expect.stringMatching(/^in_/) },
      lines: [
        { id: `${order.number}-0`, stripePriceId: mug.id, quantity: 3 },
        { id: `${order.number}-1`, stripePriceId: card.id, quantity: 2 },
      ],
      totalMinor: 11_662,
    });
    expect(await heldOf(api, productIdOf(card))).toBe(2);
    const masked = JSON.stringify((await new Shopper(api).confirmation(id)).body);
    expect(masked).not.toMatch(/Rosen|PO-7|DE123|415 ?555|Courier|in_/);
  });

  it('has no more of a counted article on its page than are left', async () => {
    const { id } = await start([[lamp, 2]]);
    const { line_items: lines } = await session(id);
    expect(lines?.data[0]?.adjustable_quantity).toEqual({ enabled: true, minimum: 1, maximum: 5 });
    await complete(id, { quantities: { [lamp.id]: 4 } });
    expect((await expectStripesAmounts(id)).status).toBe('paid');
    expect(await heldOf(api, productIdOf(lamp))).toBe(4);
  });

  it('keeps for a person what was sold out while more of it was chosen, and nothing goes out', async () => {
    const scarce = await sell(api.stripe, 'Bowl', 1000, 3);
    await new Shopper(api).checkout({ items: [{ priceId: 'price_unknown', quantity: 1 }] });
    const [first, second] = [await start([[scarce, 1]]), await start([[scarce, 1]])];
    await complete(first.id, { quantities: { [scarce.id]: 2 } });
    expect((await ended(first.id)).status).toBe('paid');
    await complete(second.id, { quantities: { [scarce.id]: 2 } });
    const order = await expectStripesAmounts(second.id);
    expect(order.status).toBe('needs_review');
    expect(order.reviewReason).toMatch(/more than the cart had.*"Bowl" \(1 ordered, 0 left\)/);
    expect(await heldOf(api, productIdOf(scarce))).toBe(4);
    expect((await told(order.number))?.event.type).toBe('order.under_review');
  });

  it('gives back what a failed payment had taken', async () => {
    const bowl = await sell(api.stripe, 'Plate', 1000, 3);
    await new Shopper(api).checkout({ items: [{ priceId: 'price_unknown', quantity: 1 }] });
    const { id } = await start([[bowl, 1]]);
    await complete(id, { method: 'us_bank_account', quantities: { [bowl.id]: 3 } });
    await untilOrder(api, id, ({ status }) => status === 'processing');
    expect(await heldOf(api, productIdOf(bowl))).toBe(3);
    await api.sandbox.call('POST', `sessions/${id}/fail`, {});
    await untilOrder(api, id, ({ status }) => status === 'payment_failed');
    expect(await heldOf(api, productIdOf(bowl))).toBe(0);
  });

  it('sells a subscription without what Stripe refuses there, and with what it allows', async () => {
    const { id, shopper } = await start([[tea, 1]]);
    expect(await session(id)).toMatchObject({
      mode: 'subscription',
      optional_items: [{ price: card.id }],
      shipping_options: [],
    });
    await complete(id, { quantities: { [tea.id]: 2, [card.id]: 1 } });
    expect((await expectStripesAmounts(id)).status).toBe('paid');
    expect(await view(shopper, id)).toMatchObject({
      items: [{ name: 'Tea', quantity: 2 }, { name: 'Greeting card' }],
      invoice: { url: expect.stringContaining('/i/in_') },
      shippingRate: null,
    });
  });
});
