import { inParallel } from '@shop/shop-harness/in-parallel';
import { HttpClient } from '@shop/shop-harness/network/http-client';
import { openStripeProxy } from '@shop/shop-harness/network/stripe-proxy';
import { seededRandom } from '@shop/shop-harness/random';
import { placeOrders } from '@shop/shop-harness/shop/orders';
import type { PlacedOrder } from '@shop/shop-harness/shop/orders';
import { Shop } from '@shop/shop-harness/shop/shop';
import { settle } from '@shop/shop-harness/storm/final-state';
import {
  formOf,
  hostileShopper,
  sessionOf,
  TEXTS_OF_A_SHOPPER,
} from '../bad-inputs/hostile-shopper';
import type { HostileShopper } from '../bad-inputs/hostile-shopper';
import { decodedMail, hostileText, rawCharactersIn, textsIn } from '../bad-inputs/hostile-texts';
import { defineDrill } from '../drill';

const AT_ONCE = 8;
const SEED = 20_261_129;
const TIMEOUT_MS = 120_000;

/**
 * Shoppers type control characters, terminal commands, halves of characters, endless combining marks and texts that turn
 * their direction, into every field, and merchants into products and metadata. The hosted page gets them as a form; Stripe
 * shows all of them, also those that it would refuse. Nothing that a screen acts on may reach the hosted page, the
 * confirmation, a mail, the command line or the log, and every order is paid, fulfilled and mailed.
 */
export const hostileTextDrill = defineDrill({
  name: 'hostile-text',
  promise: 18,
  says: 'what a shopper typed stays text',
  databases: ['embedded', 'postgres'],
  sizes: { full: { orders: 1000, commands: 20 }, short: { orders: 10, commands: 1 } },
  async run({ database, say }, size) {
    const random = seededRandom(SEED);
    const lines: string[] = [];
    const mails: string[] = [];
    const typed = new Map<string, HostileShopper>();
    await using shop = await Shop.open(database, {
      sendsWebhooks: true,
      onLine: (line) => lines.push(line),
      onMail: (raw) => mails.push(raw),
      api: { LOG_LEVEL: 'debug' },
      beforeStripe: (sandboxUrl) =>
        openStripeProxy(sandboxUrl, {
          rewrite: (session) => {
            const shopper = session.status === 'complete' && typed.get(session.id);
            return shopper ? sessionOf(session, shopper) : undefined;
          },
        }),
    });
    await sellHostileProducts(shop, random);
    await shop.start();
    using client = disposable(new HttpClient(AT_ONCE));
    const seen = new Findings(say);

    const orders = await placeOrders(shop, size.orders);
    for (const order of orders) typed.set(order.stripeSessionId, hostileShopper(random, order));
    await inParallel(orders, AT_ONCE, async (order) => {
      const shopper = typed.get(order.stripeSessionId);
      if (shopper) await pay(shop, client, order, shopper, seen);
    });
    say(`${orders.length} orders are paid`);
    await shop.mailbox.reached(orders.length, TIMEOUT_MS);
    await inParallel(orders, AT_ONCE, (order) => look(shop, client, order, seen));
    const catalogue = await client.ask(`${shop.url}/api/products`);
    seen.check('catalogue', catalogue.status, ...textsIn(JSON.parse(catalogue.body)));
    for (const { number, stripeSessionId } of orders.slice(0, size.commands)) {
      const text = await shop.orders('show', number, '--all');
      const json = await shop.orders('show', stripeSessionId, '--json');
      for (const { code, out, error } of [text, json]) {
        seen.check('command line', code === 0 ? 200 : 500, out, error);
      }
      JSON.parse(json.out);
    }
    const finalState = await settle(shop, orders.length, TIMEOUT_MS);
    for (const raw of mails) seen.check('mail', 200, decodedMail(raw));
    for (const line of lines) seen.check('log', 200, line);
    return {
      target: {
        mutations: size.orders * TEXTS_OF_A_SHOPPER,
        rawCharacters: 0,
        serverErrors: 0,
        stuck: 0,
        mailed: size.orders,
        mailedTwice: 0,
      },
      measured: {
        mutations: typed.size * TEXTS_OF_A_SHOPPER,
        rawCharacters: seen.rawCharacters,
        serverErrors: seen.serverErrors,
        stuck: orders.length - finalState.fulfilled + finalState.unhandled,
        mailed: shop.mailbox.received.size,
        mailedTwice: mails.length - shop.mailbox.received.size,
        texts: seen.texts,
      },
    };
  },
});

/** What was found in everything that anybody gets to see. */
class Findings {
  rawCharacters = 0;
  serverErrors = 0;
  texts = 0;

  constructor(private readonly say: (what: string) => void) {}

  check(where: string, status: number, ...texts: string[]): void {
    if (status === 0 || status >= 500) this.serverErrors += 1;
    this.texts += texts.length;
    for (const text of texts) {
      const raw = rawCharactersIn(text);
      this.rawCharacters += raw.length;
      if (raw.length > 0) this.say(`${where}: ${JSON.stringify(raw.join('').slice(0, 20))}`);
    }
    if (status >= 500) this.say(`${where}: ${status}`);
  }
}

/** Fills in the hosted page's form; if that refuses a text, the shopper pays with a name that it takes. */
async function pay(
  shop: Shop,
  client: HttpClient,
  { stripeSessionId, email }: PlacedOrder,
  shopper: HostileShopper,
  seen: Findings,
): Promise<void> {
  const page = await client.ask(`${shop.sandbox.url}/c/pay/${stripeSessionId}`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: String(formOf(shopper)),
  });
  seen.check('hosted page', page.status, page.body);
  if (page.status !== 303) await shop.sandbox.complete(stripeSessionId, { email });
}

/** Opens the confirmation as the browser that paid, and asks for it with a hostile address as another one. */
async function look(
  shop: Shop,
  client: HttpClient,
  { stripeSessionId, cookie, email }: PlacedOrder,
  seen: Findings,
): Promise<void> {
  const confirmation = `${shop.url}/api/orders/confirmation`;
  const url = `${confirmation}?session_id=${stripeSessionId}`;
  for (const headers of [{ cookie }, {}]) {
    const { status, body } = await client.ask(url, { headers });
    seen.check('confirmation', status, body, ...textsIn(JSON.parse(body)));
  }
  const { status, body } = await client.ask(`${confirmation}/verification`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ sessionId: stripeSessionId, email: `\0\ud800\u202e${email}` }),
  });
  seen.check('verification', status, body);
}

/** Products with hostile names, descriptions and metadata. Stripe takes neither U+0000 nor halves of characters. */
async function sellHostileProducts({ stripe }: Shop, random: () => number): Promise<void> {
  const text = () => hostileText(random).slice(0, 400).toWellFormed().replaceAll('\0', '');
  for (let made = 0; made < AT_ONCE; made += 1) {
    const note = text();
    await stripe.products.create({
      name: `Mug ${text()}`,
      description: `About ${text()}`,
      metadata: { note, image: `/${note}`, position: `${note}` },
      default_price_data: { currency: 'usd', unit_amount: 100 + made },
    });
  }
}

const disposable = (client: HttpClient) =>
  Object.assign(client, { [Symbol.dispose]: () => client.close() });
