import { randomBytes } from 'node:crypto';
import type { Query } from '@shop/shop-harness/database/shop-database';
import { HttpClient } from '@shop/shop-harness/network/http-client';
import { openStripeProxy } from '@shop/shop-harness/network/stripe-proxy';
import { hitsIn } from '@shop/shop-harness/sentinel/sentinel-data';
import { SentinelShopper, personalParts } from '@shop/shop-harness/sentinel/sentinel-shopper';
import { pricesOf } from '@shop/shop-harness/shop/orders';
import { Shop } from '@shop/shop-harness/shop/shop';
import type { Environment } from '@shop/shop-harness/shop/shop';
import { until } from '@shop/shop-harness/until';
import { StartError } from '@shop/stack';
import { defineDrill } from '../drill';

const secret = () => randomBytes(18).toString('hex');

/** The database refuses to write an order with such an e-mail address. */
const UNWRITABLE = 'unwritable';

/** The least number of kinds of warnings and errors. With fewer, the drill did not reach the code it is about. */
const KINDS_OF_COMPLAINT = 4;
const TIMEOUT_MS = 20_000;

/**
 * Shoppers with unique names, addresses, ids and keys use every path of the API and its worker: paid, held for review,
 * refused. Stripe, the database, the mail server and the merchant's own system fail, and each error repeats its input.
 * No log line may contain any of these values, even at the log level debug.
 */
export const logRedaction = defineDrill({
  name: 'log-redaction',
  promise: 17,
  says: 'logs hold no personal data and no secrets',
  databases: ['embedded', 'postgres'],
  sizes: { full: { rounds: 10 }, short: { rounds: 1 } },
  async run({ database, say }, { rounds }) {
    const lines: string[] = [];
    const shoppers: SentinelShopper[] = [];
    const underpaid = new Set<string>();
    const keys = { stripe: secret(), webhook: secret(), merchant: secret(), mail: secret() };
    await using shop = await Shop.open(database, {
      onLine: (line) => lines.push(line),
      api: { ...environmentOf(keys), LOG_LEVEL: 'debug' },
      beforeStripe: (sandboxUrl) =>
        openStripeProxy(sandboxUrl, {
          rewrite: ({ id, status, amount_total }) => {
            const of = shoppers.find(({ sentinel }) => sentinel.stripeSessionId === id);
            if (!of || status !== 'complete') return undefined;
            return {
              ...personalParts(of.sentinel),
              ...(underpaid.has(id) && { amount_total: (amount_total ?? 0) - 1 }),
            };
          },
        }),
    });
    const separate = database === 'postgres';
    if (separate) await shop.start({ WORKER: 'none' });
    await shop.inspect(makeShoppersUnwritable);
    if (separate) await shop.startWorker();
    else await shop.start();
    const client = new HttpClient(1);
    const [priceId = ''] = await pricesOf(client, shop.url);
    client.close();
    const newShopper = () => {
      const shopper = new SentinelShopper(shop, priceId);
      shoppers.push(shopper);
      return shopper;
    };
    for (let round = 0; round < rounds; round += 1) {
      await buyAndLook(newShopper());
      await beRefusedByEverybody(shop, newShopper, underpaid);
    }
    await until(
      () => kindsOfComplaint(shop).size,
      (kinds) => kinds >= KINDS_OF_COMPLAINT,
      { timeoutMs: TIMEOUT_MS },
    );
    await shop.stop();
    lines.push(...(await wordsOfFailedStarts(shop, keys)));

    const secrets = [...Object.values(keys), ...shoppers.flatMap((shopper) => shopper.secrets)];
    const hits = hitsIn(lines, secrets);
    for (const hit of hits.slice(0, 10)) {
      say(`${hit}: ${lines.find((line) => line.toLowerCase().includes(hit.toLowerCase()))}`);
    }
    return {
      target: {
        hits: 0,
        sentinels: `>= ${rounds * 40}`,
        lines: `>= ${rounds * 50}`,
        kindsOfComplaint: `>= ${KINDS_OF_COMPLAINT}`,
        levels: '>= 3',
      },
      measured: {
        hits: hits.length,
        sentinels: secrets.length,
        lines: lines.length,
        kindsOfComplaint: kindsOfComplaint(shop).size,
        levels: new Set(lines.map((line) => /^\{"level":(\d+)/.exec(line)?.[1])).size,
      },
    };
  },
});

type Keys = Record<'stripe' | 'webhook' | 'merchant' | 'mail', string>;

/** Nothing listens at the merchant's URL. */
const environmentOf = ({ stripe, merchant }: Keys): Environment => ({
  STRIPE_SECRET_KEY: `sk_test_${stripe}`,
  FULFILLMENT_WEBHOOK_URL: `http://127.0.0.1:9/${merchant}`,
  FULFILLMENT_WEBHOOK_SECRET: `whsec_${merchant}`,
});

async function buyAndLook(shopper: SentinelShopper): Promise<void> {
  await shopper.checkOut();
  await shopper.look();
  await shopper.pay();
  await shopper.tell();
  await shopper.look();
  await shopper.prove('not-me@elsewhere.example');
  await shopper.prove();
  await shopper.stumble();
}

async function beRefusedByEverybody(
  shop: Shop,
  newShopper: () => SentinelShopper,
  underpaid: Set<string>,
): Promise<void> {
  const byMail = newShopper();
  shop.mailbox.refused.add(byMail.sentinel.email);
  const byReview = newShopper();
  const byDatabase = newShopper();
  byDatabase.sentinel.email = `${UNWRITABLE}.${byDatabase.sentinel.email}`;
  for (const shopper of [byMail, byReview, byDatabase]) {
    await shopper.checkOut();
    if (shopper === byReview) underpaid.add(shopper.sentinel.stripeSessionId ?? '');
    await shopper.pay();
    await shopper.tell();
    await shopper.look();
    await shopper.prove();
  }
  const byStripe = newShopper();
  for (const fault of [{ status: 500 }, { status: 429 }, { reset: true }]) {
    await shop.sandbox.faults(fault);
    await byStripe.checkOut();
    await byStripe.look();
  }
  await shop.sandbox.faults();
}

/** The error of the database contains the row that it refused, as the error of a broken constraint does. */
async function makeShoppersUnwritable(query: Query): Promise<void> {
  await query(
    `create function drill_refuse() returns trigger language plpgsql as $$
     begin
       if new.email like '${UNWRITABLE}%' then
         raise exception 'drill: % cannot be written', new.email using detail = new::text;
       end if;
       return new;
     end $$`,
  );
  await query(
    `create trigger drill_refuse before update on orders for each row execute function drill_refuse()`,
  );
}

/** The error messages of starts with invalid environment variables. Each of the values is a secret. */
async function wordsOfFailedStarts(shop: Shop, keys: Keys): Promise<string[]> {
  const environments: Environment[] = [
    { STRIPE_SECRET_KEY: keys.stripe },
    { STRIPE_WEBHOOK_SECRET: keys.webhook },
    { FULFILLMENT_WEBHOOK_SECRET: `${keys.merchant}!` },
    { SMTP_URL: `postbox://shop:${keys.mail}@mail.example` },
    { DATABASE_URL: `mysql://shop:${keys.mail}@db.example/shop` },
  ];
  return Promise.all(
    environments.map(async (environment) => {
      try {
        await shop.start(environment);
      } catch (error) {
        if (error instanceof StartError) return error.message;
        throw error;
      }
      throw new Error(`Started with a wrong ${Object.keys(environment).join()}.`);
    }),
  );
}

const kindsOfComplaint = (shop: Shop): Set<unknown> =>
  new Set(shop.complaints.map(({ msg, queue }) => `${String(msg)} ${String(queue)}`));
