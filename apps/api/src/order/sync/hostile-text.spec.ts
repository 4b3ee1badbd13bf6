import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type Stripe from 'stripe';
import { engines } from '../../../testing/engines';
import { untilDone, untilOrder } from '../../../testing/orders';
import { Shopper, sessionIdOf } from '../../../testing/shopper';
import { startRewritingStripe } from '../../../testing/rewriting-stripe';
import { startTestApi } from '../../../testing/start-test-api';
import type { TestApi } from '../../../testing/start-test-api';

/** What PostgreSQL refuses in text or in JSON, and what no screen should get. */
const UNSAFE = '\0\ud800\udc00\x1b[2J\x9b31m\r\n\u2028\u202e\u2066\ufeff';
const MANY_MARKS = `Z${'\u0341'.repeat(1000)}`;

const RAW = /[\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]|(?!\n)\p{Cc}/u;

describe.each(engines)('what a shopper typed, on the %s database', (engine) => {
  let api: TestApi;
  let typed = '';
  beforeAll(async () => {
    api = await startTestApi(engine, {
      between: (url) => startRewritingStripe(url, (session) => withTyped(session, typed)),
    });
  }, 60_000);
  afterAll(() => api?.stop());

  it.each([
    ['U+0000', 'Jen\0ny Rosen'],
    ['half of a surrogate pair', 'Jenny \ud83d Rosen'],
    ['everything at once', `${UNSAFE}Jenny${UNSAFE}`],
    ['nothing that can be seen', '\0\u202e'],
    ['endless combining marks', MANY_MARKS.repeat(20)],
    ['10,000 characters', 'J'.repeat(10_000)],
  ])('keeps no order from being paid, fulfilled and shown: %s', async (_what, text) => {
    const shopper = new Shopper(api);
    const { body } = await shopper.checkout();
    const id = sessionIdOf(body.url);
    const mailsBefore = (await api.mails()).length;
    typed = text;
    await api.sandbox.complete(id);
    const order = await untilOrder(api, id, ({ status }) => status === 'paid');
    await untilDone(api, order.id, ['confirmation_mail']);

    const { customerName, email, shippingAddress } = order;
    for (const stored of [customerName, email, shippingAddress?.name, shippingAddress?.line1]) {
      expect(stored ?? '').not.toMatch(RAW);
      expect((stored ?? '').length).toBeLessThanOrEqual(1000);
    }
    const shown = await shopper.confirmation(id);
    expect(shown.status).toBe(200);
    expect(shown.text).not.toMatch(RAW);
    const mails = await api.mails();
    expect(mails).toHaveLength(mailsBefore + 1);
  });

  it('is a name as typed, where nothing is wrong with it', async () => {
    const { body } = await new Shopper(api).checkout();
    typed = 'נעמה 山田 👩‍👩‍👧';
    await api.sandbox.complete(sessionIdOf(body.url));
    const order = await untilOrder(api, sessionIdOf(body.url), ({ status }) => status === 'paid');
    expect(order).toMatchObject({ customerName: typed, shippingAddress: { line1: typed } });
  });

  it('is a product’s name that a merchant typed, too', async () => {
    const product = await api.stripe.products.create({
      name: `\u202eMug\x1b[2J\n${MANY_MARKS}`,
      default_price_data: { currency: 'usd', unit_amount: 100 },
    });
    const shopper = new Shopper(api);
    const items = [{ priceId: product.default_price, quantity: 1 }];
    const { status, body } = await shopper.checkout({ items });
    expect(status).toBe(201);
    const shown = await shopper.confirmation(sessionIdOf(body.url));
    expect(shown.body.items[0]?.name).toBe(`Mug[2J Z${'\u0341'.repeat(4)}`);
  });
});

/** The session as Stripe would give it if it took every text. The e-mail address begins and ends as one does. */
function withTyped(session: Stripe.Checkout.Session, text: string): object {
  const { customer_details: details } = session;
  if (!details || !text) return session;
  const address = {
    line1: text,
    line2: text,
    city: text,
    state: text,
    postal_code: text,
    country: 'US',
  };
  return {
    ...session,
    customer: null,
    customer_details: {
      ...details,
      name: text,
      individual_name: text,
      email: `jenny${text.slice(0, 10)}@example.com`.replace(/\s/g, ''),
    },
    collected_information: { shipping_details: { name: text, address } },
    metadata: { ...session.metadata, note: text },
  };
}
