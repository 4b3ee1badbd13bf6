import { createHash } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type Stripe from 'stripe';
import { createReceiver, type Receiver } from '../testing/receiver';
import { startClient, WEBHOOK_SECRET, type Client } from '../testing/sandbox-client';

describe('the control panel', () => {
  let client: Client;
  let receiver: Receiver;
  let price: Stripe.Price;

  beforeAll(async () => {
    receiver = await createReceiver((response, { type }) => {
      response.statusCode = type === 'checkout.session.expired' ? 500 : 200;
      response.end('<b>answer to</b> ' + type);
    });
    client = await startClient({
      webhook: { url: receiver.url, secret: WEBHOOK_SECRET },
      settings: { retryScheduleMs: [] },
    });
    const product = await client.stripe.products.create({ name: 'Earl Grey' });
    price = await client.stripe.prices.create({
      product: product.id,
      currency: 'usd',
      unit_amount: 1234,
    });
  });

  afterEach(async () => {
    await client.control('POST', 'reset', {});
  });

  afterAll(async () => {
    await client.sandbox.close();
    await receiver.close();
  });

  const start = (params: Stripe.Checkout.SessionCreateParams = {}) =>
    client.stripe.checkout.sessions.create({
      mode: 'payment',
      line_items: [{ price: price.id, quantity: 2 }],
      success_url: 'http://shop.test/ok',
      ...params,
    });

  const open = async (query = '') => (await fetch(`${client.sandbox.url}/sandbox${query}`)).text();

  /** The list item of one session or event, without markup around its words. */
  const cardOf = (page: string, id: string) =>
    new RegExp(`<li[^>]* id="${id}"(.*?)</li>\\s*(<li[^>]* class="card"|</ul>)`, 's').exec(
      page,
    )?.[1] ?? '';

  it('says what it is, and runs its own script and style only', async () => {
    const response = await fetch(`${client.sandbox.url}/sandbox`);
    const page = await response.text();
    expect(response.status).toBe(200);
    expect(page).toContain('no real money');
    expect(page).toContain('on this machine (loopback) only');
    const policy = String(response.headers.get('content-security-policy'));
    for (const tag of ['script', 'style']) {
      const texts = [...page.matchAll(new RegExp(`<${tag}[^>]*>(.*?)</${tag}>`, 'gs'))];
      expect(texts).toHaveLength(1);
      const hash = createHash('sha256').update(String(texts[0]?.[1])).digest('base64');
      expect(policy).toContain(`${tag}-src 'sha256-${hash}'`);
    }
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
  });

  it('shows a session’s amount, state, order and customer', async () => {
    const session = await start({ client_reference_id: 'ORD-7', metadata: { basket: 'b-9' } });
    const before = cardOf(await open(), session.id);
    expect(before).toContain('$24.68');
    expect(before).toMatch(/class="badge [a-z]+"\s*>open</);
    expect(before).toContain('ORD-7');
    expect(before).toContain('metadata.basket');
    expect(before).toContain(String(session.url));
    await client.pay(session.url);
    const after = cardOf(await open(), session.id);
    expect(after).toMatch(/class="badge [a-z]+"\s*>paid</);
    expect(after).toContain('Jenny Rosen');
    expect(after).toContain('jenny.rosen@example.com');
  });

  it('shows names, references and answers as text', async () => {
    const session = await start({ client_reference_id: '<script>alert(1)</script>' });
    await client.pay(session.url, { billingName: '"><img src=x onerror=alert(2)>' });
    const page = await open();
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(page).toContain('&quot;&gt;&lt;img src=x onerror=alert(2)&gt;');
    expect(page).toContain('&lt;b&gt;answer to&lt;/b&gt; checkout.session.completed');
    expect(page).not.toMatch(/<img|<script>alert|<b>/);
  });

  /** Does the panel's action of this name, by the path of its form. */
  const act = async (id: string, button: string, body: object = {}) => {
    const form = new RegExp(`data-path="([^"]+)"[^>]*>(?:(?!</form>).)*>\\s*${button}<`, 's');
    const path = form.exec(cardOf(await open(), id))?.[1];
    const { status } = await client.control('POST', String(path), body);
    return { path, status };
  };
  const badgesOf = async (id: string) =>
    [...cardOf(await open(), id).matchAll(/class="badge [a-z]+"\s*>([^<]+)</g)].map(
      ([, word]) => word,
    );

  it('pays, refunds in part and fails the refund', async () => {
    const { id } = await start();
    expect(await act(id, 'Pay', { name: 'Ada' })).toMatchObject({ status: 200 });
    expect(await badgesOf(id)).toEqual(['paid']);
    expect(await act(id, 'Pay')).toMatchObject({ path: undefined });
    expect(await act(id, 'Refund', { amount: 1000 })).toMatchObject({ status: 200 });
    expect(await badgesOf(id)).toEqual(['paid', 'partly refunded']);
    expect(cardOf(await open(), id)).toContain('value="1468"');
    expect(await act(id, 'Fail last refund')).toMatchObject({ status: 200 });
    expect(await badgesOf(id)).toEqual(['paid']);
    expect(await act(id, 'Refund')).toMatchObject({ status: 200 });
    expect(await badgesOf(id)).toEqual(['paid', 'refunded']);
    expect(await act(id, 'Refund')).toMatchObject({ path: undefined });
  });

  it('disputes a payment and decides the dispute', async () => {
    const { id } = await start();
    await act(id, 'Pay');
    expect(await act(id, 'Dispute')).toMatchObject({ status: 200 });
    expect(await badgesOf(id)).toEqual(['paid', 'dispute needs response']);
    expect(await act(id, 'Close dispute', { outcome: 'lost' })).toMatchObject({ status: 200 });
    expect(await badgesOf(id)).toEqual(['paid', 'dispute lost']);
  });

  it.each([
    ['Settle payment', 'paid'],
    ['Fail payment', 'payment failed'],
  ])('ends a bank debit: %s', async (button, state) => {
    const { id } = await start();
    await act(id, 'Pay', { method: 'us_bank_account' });
    expect(await badgesOf(id)).toEqual(['processing']);
    expect(await act(id, button)).toMatchObject({ status: 200 });
    expect(await badgesOf(id)).toEqual([state]);
    expect(await act(id, button)).toMatchObject({ path: undefined });
  });

  it('expires an open session', async () => {
    const { id } = await start();
    expect(await act(id, 'Expire')).toMatchObject({ status: 200 });
    expect(await badgesOf(id)).toEqual(['expired']);
  });

  it('shows an event’s deliveries with status and answer, and redelivers it', async () => {
    const session = await start();
    await client.stripe.checkout.sessions.expire(session.id);
    await receiver.waitForType('checkout.session.expired');
    const { data } = await client.stripe.events.list({
      type: 'checkout.session.expired',
      limit: 1,
    });
    const id = String(data[0]?.id);
    await client.control('POST', `events/${id}/redeliver`, {});
    const card = cardOf(await open(), id);
    expect(card).toContain('checkout.session.expired');
    expect(card).toContain(session.id);
    expect(card).toMatch(/class="badge bad"\s*>not delivered</);
    expect(card).toMatch(/class="badge bad"\s*>500</);
    expect(card).toContain('answer to&lt;/b&gt; checkout.session.expired');
    expect(card).toMatch(/try\s+\d/);
    expect(card).toContain(`data-path="events/${id}/redeliver"`);
  });

  it('shows switches, faults and settings as they are', async () => {
    await client.control('PUT', 'switches', { copies: 2, drop: true });
    await client.control('PUT', 'faults', { status: 429, times: 3 });
    await client.control('PUT', 'settings', {
      customers: 'accounts_v2',
      waitForWebhook: false,
      retryScheduleMs: [10, 20],
    });
    const page = await open();
    const tag = (name: string) =>
      new RegExp(`<(?:input|select)[^>]*name="${name}"[^>]*>`).exec(page)?.[0];
    expect(tag('copies')).toContain('value="2"');
    expect(tag('drop')).toContain('checked');
    expect(tag('wrongSignature')).not.toContain('checked');
    expect(tag('times')).toContain('value="3"');
    expect(tag('waitForWebhook')).not.toContain('checked');
    expect(tag('retryScheduleMs')).toContain('value="10, 20"');
    expect(page).toMatch(/<option value="429" selected/);
    expect(page).toMatch(/<option value="accounts_v2" selected/);
  });

  it('finds sessions and events by any of their words', async () => {
    const wanted = await start({ metadata: { order: 'NEEDLE-1' } });
    const other = await start();
    const page = await open('?q=needle-1');
    expect(page).toContain(`id="${wanted.id}"`);
    expect(page).not.toContain(other.id);
    expect(await open('?q=%3Cb%3Enowhere')).toContain('Nothing found');
  });

  it('finds everything of a session by any of its ids, or by its order', async () => {
    const metadata = { order_number: 'T-4711' };
    const session = await start({ metadata });
    const other = await start();
    await client.pay(session.url);
    await client.pay(other.url);
    await client.control('POST', `sessions/${session.id}/refund`, { amount: 100 });
    const paid = await client.stripe.checkout.sessions.retrieve(session.id, {
      expand: ['payment_intent'],
    });
    const intent = paid.payment_intent as Stripe.PaymentIntent;
    const [refund] = (await client.stripe.refunds.list({ payment_intent: intent.id })).data;
    for (const query of [
      'T-4711',
      session.id,
      intent.id,
      intent.latest_charge as string,
      refund?.id,
    ]) {
      const page = await open(`?q=${String(query)}`);
      expect(page).toContain(`id="${session.id}"`);
      expect(page).not.toContain(`id="${other.id}"`);
      for (const type of ['checkout.session.completed', 'charge.succeeded', 'refund.created']) {
        expect(page).toContain(`<span class="type">${type}</span>`);
      }
    }
  });

  it('finds whole beginnings of words: paid is not unpaid', async () => {
    const unpaid = await start();
    const paid = await start();
    await client.pay(paid.url);
    const page = await open('?q=paid');
    expect(page).toContain(`id="${paid.id}"`);
    expect(page).not.toContain(`id="${unpaid.id}"`);
    expect(await open('?q=unpaid')).toContain(`id="${unpaid.id}"`);
  });

  it('names the order, and links to the payment page and the confirmation', async () => {
    const session = await start({ metadata: { order_number: 'T-4712' }, client_reference_id: 'x' });
    const before = cardOf(await open(), session.id);
    expect(before).toContain('Order T-4712');
    expect(before).toContain(`href="${session.url}"`);
    await client.pay(session.url);
    expect(cardOf(await open(), session.id)).toContain('href="http://shop.test/ok"');
  });

  it('leaves the events of the catalogue out until asked', async () => {
    await client.stripe.products.create({ name: 'Darjeeling' });
    expect(await open()).not.toContain('<span class="type">product.created</span>');
    expect(await open('?catalogue=1')).toContain('<span class="type">product.created</span>');
    expect(await open('?q=product.created')).toContain('<span class="type">product.created</span>');
  });

  it('shows the newest first and the rest when asked', async () => {
    const oldest = await start();
    for (let made = 0; made < 30; made += 1) await start();
    const page = await open();
    expect(page).not.toContain(oldest.id);
    const more = /href="([^"]+)"\s+data-more/.exec(page)?.[1]?.replaceAll('&amp;', '&');
    expect(more).toBeDefined();
    expect(await open(String(more).replace('/sandbox', ''))).toContain(oldest.id);
  });
});
