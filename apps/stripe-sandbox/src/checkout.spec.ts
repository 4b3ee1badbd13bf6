import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type Stripe from 'stripe';
import { type Client, pageBelow, startClient } from './testing/sandbox-client';

const SUCCESS = 'http://shop.test/order/success?session_id={CHECKOUT_SESSION_ID}';

describe('buying through the hosted page', () => {
  let client: Client;
  let price: Stripe.Price;

  beforeAll(async () => {
    client = await startClient();
    const product = await client.stripe.products.create({
      name: 'Earl Grey',
      images: ['http://shop.test/tea.png'],
    });
    price = await client.stripe.prices.create({
      product: product.id,
      currency: 'usd',
      unit_amount: 1234,
    });
  });

  afterAll(async () => {
    expect([...client.sandbox.shapeProblems]).toEqual([]);
    await client.sandbox.close();
  });

  const start = (params: Stripe.Checkout.SessionCreateParams = {}) =>
    client.stripe.checkout.sessions.create({
      mode: 'payment',
      line_items: [{ price: price.id, quantity: 2 }],
      success_url: SUCCESS,
      cancel_url: 'http://shop.test/cart',
      ...params,
    });

  it('shows what is bought, for how much, and a way back', async () => {
    const session = await start();
    const response = await fetch(String(session.url));
    const page = await response.text();
    expect(response.status).toBe(200);
    expect(page).toContain('Earl Grey');
    expect(page).toContain('http://shop.test/tea.png');
    expect(page).toContain('Pay $24.68');
    expect(page).toContain('href="http://shop.test/cart"');
    for (const label of ['Email', 'Card number', 'Expiration', 'CVC', 'Cardholder name']) {
      expect(page).toMatch(new RegExp(`<label for="[^"]+"\\s*>${label}</label\\s*>`));
    }
    expect(response.headers.get('content-security-policy')).toContain("script-src 'self'");
  });

  it('takes the test card and leads back with the id in place of the placeholder', async () => {
    const session = await start({ customer_creation: 'always', metadata: { order: '7' } });
    const response = await client.pay(session.url);
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toBe(
      `http://shop.test/order/success?session_id=${session.id}`,
    );
    const paid = await client.stripe.checkout.sessions.retrieve(session.id, {
      expand: ['line_items.data.price.product', 'payment_intent.latest_charge', 'customer'],
    });
    expect(paid).toMatchObject({
      status: 'complete',
      payment_status: 'paid',
      amount_total: 2468,
      url: null,
      metadata: { order: '7' },
      customer: { name: 'Jenny Rosen', email: 'jenny.rosen@example.com' },
      customer_details: { name: 'Jenny Rosen' },
      payment_intent: {
        status: 'succeeded',
        amount_received: 2468,
        latest_charge: { payment_method_details: { card: { last4: '4242', brand: 'visa' } } },
      },
    });
    expect(paid.line_items?.data[0]?.price?.product).toMatchObject({ name: 'Earl Grey' });
  });

  it('makes no customer for a guest', async () => {
    const session = await start();
    await client.pay(session.url);
    const paid = await client.stripe.checkout.sessions.retrieve(session.id);
    expect(paid.customer).toBeNull();
    expect(paid.customer_account).toBeNull();
    expect(paid.customer_details?.name).toBe('Jenny Rosen');
  });

  it('makes an account once the store has opted in to Accounts v2', async () => {
    await client.control('PUT', 'settings', { customers: 'accounts_v2' });
    const session = await start({ customer_creation: 'always' });
    await client.pay(session.url, { billingName: '王小明' });
    await client.control('POST', 'reset', {});
    const paid = await client.stripe.checkout.sessions.retrieve(session.id);
    expect(paid.customer).toBeNull();
    const account = await client.stripe.v2.core.accounts.retrieve(String(paid.customer_account));
    expect(account.display_name).toBe('王小明');
    const customer = await client.stripe.customers.retrieve(account.id);
    expect(customer).toMatchObject({ id: account.id, name: '王小明' });
  });

  it.each([
    ['4000 0000 0000 0002', 'Your card was declined.'],
    ['4000 0000 0000 9995', 'Your card has insufficient funds.'],
    ['4242 4242 4242 4241', 'Your card number is incorrect.'],
    ['1234', 'Your card number is incorrect.'],
  ])('keeps the shopper on the page when %s fails, and says why', async (cardNumber, words) => {
    const session = await start();
    const response = await client.pay(session.url, { cardNumber });
    expect(response.status).toBe(402);
    const page = await response.text();
    expect(page).toMatch(new RegExp(`role="alert"[^>]*>${words}`));
    const open = await client.stripe.checkout.sessions.retrieve(session.id);
    expect(open.status).toBe('open');
    expect((await client.pay(session.url)).status).toBe(303);
  });

  it('asks for 3-D Secure, and pays or declines as the shopper ends it', async () => {
    const session = await start();
    const step = pageBelow(session.url, 'authenticate');
    const sent = await client.pay(session.url, { cardNumber: '4000 0025 0000 3155' });
    expect(sent.status).toBe(303);
    expect(sent.headers.get('location')).toBe(new URL(step).pathname);
    const waiting = await client.stripe.checkout.sessions.retrieve(session.id, {
      expand: ['payment_intent'],
    });
    expect(waiting.payment_intent).toMatchObject({ status: 'requires_action' });

    const end = (result: string) =>
      fetch(step, { method: 'POST', redirect: 'manual', body: new URLSearchParams({ result }) });
    const failed = await end('fail');
    expect(failed.status).toBe(402);
    expect(await failed.text()).toContain('We are unable to authenticate your payment method.');

    await client.pay(session.url, { cardNumber: '4000 0025 0000 3155' });
    expect((await end('pass')).status).toBe(303);
    const paid = await client.stripe.checkout.sessions.retrieve(session.id);
    expect(paid.payment_status).toBe('paid');
  });

  it('charges once, however often the form is sent', async () => {
    const session = await start();
    const answers = await Promise.all([client.pay(session.url), client.pay(session.url)]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 303]);
    const paid = await client.stripe.checkout.sessions.retrieve(session.id);
    const charges = await client.stripe.charges.list({
      payment_intent: paid.payment_intent as string,
    });
    expect(charges.data).toHaveLength(1);
  });

  it('closes the page of an expired session', async () => {
    const session = await start();
    await client.stripe.checkout.sessions.expire(session.id);
    const page = await fetch(String(session.url));
    expect(page.status).toBe(410);
    expect(await page.text()).toContain('This checkout has expired');
    expect((await client.pay(session.url)).status).toBe(410);
    await expect(client.stripe.checkout.sessions.expire(session.id)).rejects.toThrow(
      'Only Checkout Sessions with a status in ["open"] can be expired.',
    );
  });

  it.each([
    ['was declined', '4000000000000002'],
    ['waits for 3-D Secure', '4000002500003155'],
  ])('cancels a payment that %s when its session expires', async (_which, cardNumber) => {
    const session = await start();
    await client.pay(session.url, { cardNumber });
    await client.stripe.checkout.sessions.expire(session.id);
    const expired = await client.stripe.checkout.sessions.retrieve(session.id, {
      expand: ['payment_intent'],
    });
    expect(expired).toMatchObject({
      status: 'expired',
      payment_status: 'unpaid',
      payment_intent: { status: 'canceled', cancellation_reason: 'automatic', next_action: null },
    });
  });

  it('shows names as text', async () => {
    const session = await start();
    const page = await client.pay(session.url, {
      billingName: '<img src=x onerror=alert(1)>',
      cardNumber: '4000000000000002',
    });
    const text = await page.text();
    expect(text).not.toContain('<img src=x');
    expect(text).toContain('&lt;img src=x onerror=alert(1)&gt;');
  });
});
