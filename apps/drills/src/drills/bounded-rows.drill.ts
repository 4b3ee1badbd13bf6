import { HttpClient } from '@shop/shop-harness/network/http-client';
import { payOrders, placeOrders, pricesOf } from '@shop/shop-harness/shop/orders';
import type { PlacedOrder } from '@shop/shop-harness/shop/orders';
import { Shop } from '@shop/shop-harness/shop/shop';
import { defineDrill } from '../drill';
import { MemoryWatch } from '../load/memory-watch';
import { Stranger } from '../load/stranger';

const CONNECTIONS = 32;
/** docs/operations.md, Limits: new checkouts a minute of all whose address is not known, and grants of one order. */
const CHECKOUTS_A_MINUTE = 300;
const GRANTS_OF_AN_ORDER = 10;

const ROWS = `
  select
    (select count(*) from orders)::int as "orders",
    (select count(*) from rate_limits)::int as "counted",
    (select coalesce(max(grants), 0) from
      (select count(*) as grants from confirmation_grants group by order_id) t)::int as "grants"`;

/**
 * One client sends made-up session ids, e-mail addresses, keys and cookies, as fast as it is answered. No proxy is
 * known, so nothing tells this client from any shopper. Meanwhile the order of a shopper stays in reach.
 */
export const boundedRows = defineDrill({
  name: 'bounded-rows',
  promise: 25,
  says: 'rows are bounded whatever strangers send',
  databases: ['embedded', 'postgres'],
  timed: true,
  sizes: {
    full: { requests: 100_000, megabytes: 50 },
    // Too short for a heap to have grown to its usual size.
    short: { requests: 1500, megabytes: 200 },
  },
  async run({ database, say }, { requests, megabytes }) {
    await using shop = await Shop.open(database, { api: { TRUST_PROXY: '' } });
    const api = await shop.start();
    const [known, other] = await placeOrders(shop, 2);
    if (!known || !other) throw new Error('Two orders are needed.');
    await payOrders(shop, [known, other]);
    const client = new HttpClient(CONNECTIONS);
    const look = ({ stripeSessionId }: PlacedOrder) =>
      client.ask(`${shop.url}/api/orders/confirmation?session_id=${stripeSessionId}`);
    // No webhook is sent here: the page reads the payment, and with it the e-mail address.
    await Promise.all([known, other].map(look));
    const [priceId = ''] = await pricesOf(client, shop.url);
    const stranger = new Stranger(client, shop.url, priceId, known);
    using memory = new MemoryWatch(api.pid);

    const start = performance.now();
    const send = async (count: number) => {
      let left = count;
      const loop = async () => {
        while (left-- > 0) await stranger.next();
      };
      await Promise.all(Array.from({ length: CONNECTIONS }, loop));
    };
    await send(requests / 5);
    const before = await memory.mostSince();
    await send((requests * 4) / 5);
    const most = await memory.mostSince();
    const minutes = Math.ceil((performance.now() - start) / 60_000);
    say(`${requests} requests in ${minutes} minutes`);

    const looked = await look(other);
    const check = await client.ask(`${shop.url}/api/orders/confirmation/verification`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ sessionId: other.stripeSessionId, email: other.email }),
    });
    client.close();
    const [rows] = await shop.inspect((query) =>
      query<{ orders: number; counted: number; grants: number }>(ROWS),
    );
    return {
      target: {
        longestRefusalMs: '<= 3000',
        serverErrors: 0,
        grownMegabytes: `<= ${megabytes}`,
        // A run touches one more window than it has whole minutes.
        orders: `<= ${2 + CHECKOUTS_A_MINUTE * (minutes + 1)}`,
        counted: `<= ${2 * CHECKOUTS_A_MINUTE + 100}`,
        grants: `<= ${GRANTS_OF_AN_ORDER}`,
        shopperLook: 200,
        shopperCheck: 204,
      },
      measured: {
        longestRefusalMs: Math.round(stranger.longestRefusalMs),
        serverErrors: stranger.serverErrors,
        grownMegabytes: Math.round(most - before),
        ...rows,
        shopperLook: looked.status,
        shopperCheck: check.status,
        megabytesBefore: Math.round(before),
        answers: stranger.statuses,
      },
    };
  },
});
