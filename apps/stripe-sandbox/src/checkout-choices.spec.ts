import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import Stripe from 'stripe';
import { type Client, JENNY, pageBelow, startClient } from './testing/sandbox-client';

type Params = Stripe.Checkout.SessionCreateParams;

describe('what a shopper chooses on the payment page', () => {
  let client: Client;
  let mug: Stripe.Price;
  let card: Stripe.Price;
  let tea: Stripe.Price;

  beforeAll(async () => {
    client = await startClient();
    const price = (name: string, amount: number, params: Partial<Stripe.PriceCreateParams> = {}) =>
      client.stripe.prices.create({
        currency: 'usd',
        product_data: { name },
        unit_amount: amount,
        ...params,
      });
    mug = await price('Mug', 2500);
    card = await price('Greeting card', 400);
    tea = await price('Tea', 1500, { recurring: { interval: 'month' } });
  });
  afterAll(async () => {
    await client.sandbox.close();
    expect([...client.sandbox.shapeProblems]).toEqual([]);
  });

  const create = (params: Params = {}) =>
    client.stripe.checkout.sessions.create({
      mode: 'payment',
      line_items: [
        {
          price: mug.id,
          quantity: 2,
          adjustable_quantity: { enabled: true, minimum: 1, maximum: 5 },
        },
      ],
      success_url: 'http://shop.test/ok',
      ...params,
    });
  const refusal = async (params: Params) => {
    const error: unknown = await create(params).catch((reason: unknown) => reason);
    return error instanceof Stripe.errors.StripeError ? error.param : 'not refused';
  };
  const retrieve = (id: string) =>
    client.stripe.checkout.sessions.retrieve(id, {
      expand: ['line_items', 'invoice', 'payment_intent.latest_charge', 'total_details.breakdown'],
    });
  const update = async ({ url }: Stripe.Checkout.Session, fields: Record<string, string>) =>
    (
      await fetch(pageBelow(url, 'update'), {
        method: 'POST',
        body: new URLSearchParams({ ...JENNY, ...fields }),
      })
    ).text();
  const complete = (id: string, body: object = {}) =>
    client.control('POST', `sessions/${id}/complete`, body);
  const lineIds = async (id: string) =>
    (await client.stripe.checkout.sessions.listLineItems(id)).data.map((line) => line.id);

  it('is refused in the parameters where Stripe refuses it', async () => {
    const line = (adjustable: object, quantity = 1): Params => ({
      line_items: [
        { price: mug.id, quantity, adjustable_quantity: { enabled: true, ...adjustable } },
      ],
    });
    const field = (more: object): Params => ({
      custom_fields: [
        { key: 'po', label: { type: 'custom', custom: 'PO number' }, type: 'text', ...more },
      ],
    });
    const dropdown = (value: string) =>
      field({ type: 'dropdown', dropdown: { options: [{ label: 'One', value }] } });
    const shipped = (delivery: object, amount = 500, currency = 'usd'): Params => ({
      shipping_options: [
        {
          shipping_rate_data: {
            type: 'fixed_amount',
            display_name: 'Post',
            fixed_amount: { amount, currency },
            delivery_estimate: delivery,
          },
        },
      ],
    });
    const days = (value: number) => ({ unit: 'business_day', value });
    const rate = 'shipping_options[0][shipping_rate_data]';
    const wrong: [Params, string][] = [
      [shipped({ maximum: days(0) }), `${rate}[delivery_estimate][maximum][value]`],
      [
        shipped({ minimum: days(0), maximum: days(1) }),
        `${rate}[delivery_estimate][minimum][value]`,
      ],
      [shipped({ maximum: days(1) }, 1501, 'kwd'), `${rate}[fixed_amount][amount]`],
      [
        {
          line_items: [
            {
              price_data: { currency: 'kwd', unit_amount: 1501, product_data: { name: 'Mug' } },
              quantity: 1,
            },
          ],
        },
        'line_items[0][price_data][unit_amount]',
      ],
      [line({ maximum: 1_000_000 }), 'line_items[0][adjustable_quantity][maximum]'],
      [line({ minimum: 5, maximum: 4 }), 'line_items[0][adjustable_quantity][maximum]'],
      [line({ maximum: 2 }, 3), 'line_items[0][quantity]'],
      [line({ enabled: false, maximum: 2 }), 'line_items[0][adjustable_quantity][maximum]'],
      [{ optional_items: [{ price: tea.id, quantity: 1 }] }, 'optional_items[0][price]'],
      [{ optional_items: [{ price: 'price_none', quantity: 1 }] }, 'optional_items[0][price]'],
      [{ optional_items: [{ price: card.id, quantity: 0 }] }, 'optional_items[0][quantity]'],
      [
        { optional_items: Array.from({ length: 11 }, () => ({ price: card.id, quantity: 1 })) },
        'optional_items',
      ],
      [
        {
          mode: 'subscription',
          line_items: [{ price: tea.id, quantity: 1 }],
          invoice_creation: { enabled: true },
        },
        'invoice_creation',
      ],
      [field({ label: { type: 'custom', custom: 'x'.repeat(51) } }), 'custom_fields[0][label]'],
      [dropdown('a b'), 'custom_fields[0][dropdown]'],
      [{ custom_text: { submit: { message: 'x'.repeat(1201) } } }, 'custom_text[submit][message]'],
      [
        { payment_intent_data: { statement_descriptor_suffix: '12345' } },
        'payment_intent_data[statement_descriptor_suffix]',
      ],
    ];
    for (const [params, param] of wrong) expect(await refusal(params)).toBe(param);
  });

  it('is not asked for consent to terms of which the account has no URL', async () => {
    const asked: Params = { consent_collection: { terms_of_service: 'required' } };
    await client.control('PUT', 'settings', { hasTermsUrl: false });
    const refused = await refusal(asked);
    await client.control('PUT', 'settings', { hasTermsUrl: true });
    expect(refused).toBe('consent_collection[terms_of_service]');
    expect(await refusal(asked)).toBe('not refused');
  });

  it('raises a quantity and adds an optional item, and removes it again', async () => {
    const session = await create({
      branding_settings: { display_name: 'Kiosk <b>' },
      optional_items: [{ price: card.id, quantity: 1, adjustable_quantity: { enabled: true } }],
    });
    const page = await (await fetch(String(session.url))).text();
    expect(page).toContain('Kiosk &lt;b&gt;');
    expect(page).toContain('aria-label="Add Greeting card"');
    const [mugLine = ''] = await lineIds(session.id);
    await update(session, { [`quantity-${mugLine}`]: '3', add: card.id });
    expect((await retrieve(session.id)).amount_total).toBe(7900);
    expect(await update(session, { [`quantity-${mugLine}`]: '6' })).toContain('between 1 and 5');
    const [, cardLine = ''] = await lineIds(session.id);
    await update(session, { [`quantity-${cardLine}`]: '4' });
    expect((await retrieve(session.id)).amount_total).toBe(9100);
    await update(session, { removeItem: cardLine });
    expect((await retrieve(session.id)).amount_total).toBe(7500);
    await update(session, { removeItem: mugLine });
    expect((await retrieve(session.id)).amount_total).toBe(7500);
    await update(session, { add: card.id });
    const paid = await client.pay(session.url, { expectedTotal: '7900' });
    expect(paid.status).toBe(303);
    expect(await retrieve(session.id)).toMatchObject({
      amount_subtotal: 7900,
      line_items: {
        data: [
          { price: { id: mug.id }, quantity: 3, amount_total: 7500 },
          { price: { id: card.id }, quantity: 1, amount_total: 400 },
        ],
      },
      payment_intent: { amount: 7900 },
    });
  });

  it('pays the tax of the country that the goods go to, and sees it before paying', async () => {
    const session = await create({
      automatic_tax: { enabled: true },
      shipping_address_collection: { allowed_countries: ['DE', 'US'] },
      shipping_options: [
        {
          shipping_rate_data: {
            display_name: 'Post',
            type: 'fixed_amount',
            fixed_amount: { amount: 1000, currency: 'usd' },
          },
        },
      ],
    });
    expect(session.amount_total).toBe(6600);
    const fields = { shippingName: 'Jenny', shippingLine1: '1 Street', shippingCountry: 'DE' };
    expect((await client.pay(session.url, { ...fields, expectedTotal: '6600' })).status).toBe(409);
    expect(await update(session, fields)).toContain('71.40');
    expect((await client.pay(session.url, { ...fields, expectedTotal: '7140' })).status).toBe(303);
    expect(await retrieve(session.id)).toMatchObject({
      amount_total: 7140,
      shipping_cost: { amount_subtotal: 1000, amount_tax: 190, amount_total: 1190 },
      total_details: { amount_tax: 1140, breakdown: { taxes: [{ rate: { percentage: 19 } }] } },
    });
  });

  it('buys as a business, and gets an invoice that can be opened and kept', async () => {
    const session = await create({
      tax_id_collection: { enabled: true },
      invoice_creation: { enabled: true, invoice_data: { footer: 'Thanks' } },
      payment_intent_data: { statement_descriptor_suffix: 'mugs' },
    });
    expect((await complete(session.id, { taxId: 'nonsense', businessName: 'Rosen' })).status).toBe(
      402,
    );
    expect((await complete(session.id, { taxId: 'DE123456789' })).status).toBe(402);
    const taxId = 'de 123 456 789';
    await complete(session.id, { taxId, businessName: 'Rosen GmbH', quantities: { [mug.id]: 4 } });
    const paid = await retrieve(session.id);
    const taxIds = [{ type: 'eu_vat', value: 'DE123456789' }];
    expect(paid).toMatchObject({
      amount_total: 10_000,
      collected_information: { business_name: 'Rosen GmbH' },
      customer: expect.stringMatching(/^cus_/),
      customer_details: { business_name: 'Rosen GmbH', tax_ids: taxIds },
      invoice: { status: 'paid', total: 10_000, customer_tax_ids: taxIds, footer: 'Thanks' },
      payment_intent: { latest_charge: { calculated_statement_descriptor: 'SANDBOX* MUGS' } },
    });
    const invoice = paid.invoice as Stripe.Invoice;
    expect(await (await fetch(String(invoice.hosted_invoice_url))).text()).toContain(
      invoice.number,
    );
    const pdf = await fetch(String(invoice.invoice_pdf));
    expect(pdf.headers.get('content-type')).toBe('application/pdf');
    expect(await pdf.text()).toMatch(/^%PDF-1\.4[^]*4 . Mug: \$100\.00[^]*%%EOF\n$/);
    expect((await fetch(`${String(invoice.hosted_invoice_url)}x`)).status).toBe(404);
  });

  it('gets the invoice of a debit when the money has come', async () => {
    const session = await create({ invoice_creation: { enabled: true } });
    await complete(session.id, { method: 'us_bank_account' });
    expect((await retrieve(session.id)).invoice).toBeNull();
    await client.control('POST', `sessions/${session.id}/settle`);
    expect((await retrieve(session.id)).invoice).toMatchObject({ status: 'paid' });
  });
});
