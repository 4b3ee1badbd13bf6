import { HttpClient } from '@shop/shop-harness/network/http-client';
import type { Answer } from '@shop/shop-harness/network/http-client';
import { payOrders, placeOrders } from '@shop/shop-harness/shop/orders';
import type { PlacedOrder } from '@shop/shop-harness/shop/orders';
import { Shop } from '@shop/shop-harness/shop/shop';
import { freePort, startWeb } from '@shop/stack';
import { defineDrill } from '../drill';
import { rankTest } from '../results/rank-test';

const JSON_BODY = { 'content-type': 'application/json' };

/** What a stranger may ask without proof, and how. */
const functions = {
  find: {
    path: '/api/orders/find',
    bodyOf: (email: string) => ({ email }),
    /** `find_address` */
    limit: 20,
  },
  withdraw: {
    path: '/api/orders/withdrawals',
    bodyOf: (email: string, orderNumber: string) => ({ name: 'Jenny Rosen', email, orderNumber }),
    /** `withdrawal_address` */
    limit: 10,
  },
};
type Name = keyof typeof functions;

/** More tries than a limit allows. */
const FORGED = 60;

/**
 * Whoever asks for an order, or withdraws, learns nothing from the answer: one half of the tries names paid orders, the
 * other half orders that there are not, in an order without a pattern. Then one client writes a new forwarding header
 * with each try, through the shop's server, and must not get past the limits.
 */
export const alikeAnswers = defineDrill({
  name: 'alike-answers',
  promise: 17,
  says: 'finding and withdrawing tell no stranger which orders there are',
  databases: ['embedded', 'postgres'],
  // Two samples of one source lie further apart than 1.96 once in 20 runs, and than 4 once in 15,000.
  sizes: { full: { tries: 10_000, far: 1.96 }, short: { tries: 200, far: 4 } },
  async run({ database, say }, { tries, far }) {
    await using shop = await Shop.open(database, {
      // A hop: the shop's server, or this drill in its place.
      api: { TRUST_PROXY: '1' },
      shop: { withdrawal: { offer: 'all', days: 14 } },
      sendsWebhooks: true,
    });
    await shop.start();
    const orders = await placeOrders(shop, tries / 2);
    await payOrders(shop, orders);
    say(`${orders.length} orders paid`);
    const found = await compare('find', shop, orders);
    say(`${tries} searches`);
    const withdrawn = await compare('withdraw', shop, orders);
    say(`${tries} withdrawals`);
    const past = await forge(shop);
    return {
      target: {
        findRanksApart: `<= ${far}`,
        findKinds: 1,
        withdrawRanksApart: `<= ${far}`,
        withdrawKinds: 1,
        refused: 0,
        // It would be seen if one of them took longer.
        slowerRanksApart: '>= 4',
        findPastLimit: functions.find.limit,
        withdrawPastLimit: functions.withdraw.limit,
      },
      measured: {
        findRanksApart: found.apart,
        findKinds: found.kinds,
        withdrawRanksApart: withdrawn.apart,
        withdrawKinds: withdrawn.kinds,
        refused: found.refused + withdrawn.refused,
        slowerRanksApart: Math.min(found.slowerApart, withdrawn.slowerApart),
        findPastLimit: past.find,
        withdrawPastLimit: past.withdraw,
      },
    };
  },
});

/** Each order is named once, and beside it one that there is not. */
async function compare(name: Name, { url }: Shop, orders: readonly PlacedOrder[]) {
  const { path, bodyOf } = functions[name];
  const client = new HttpClient(1);
  const known: Answer[] = [];
  const unknown: Answer[] = [];
  const ask = async (turn: number, email: string, orderNumber: string) =>
    client.ask(url + path, {
      method: 'POST',
      headers: { ...JSON_BODY, 'x-forwarded-for': `2001:db8:${turn.toString(16)}::1` },
      body: JSON.stringify(bodyOf(email, orderNumber)),
    });
  try {
    for (const [index, { email, number }] of orders.entries()) {
      const askKnown = async () => known.push(await ask(2 * index, email, number));
      const askUnknown = async () =>
        unknown.push(await ask(2 * index + 1, `un${email}`, 'ZZZZ-ZZZZ'));
      const both = isFirst(index) ? [askKnown, askUnknown] : [askUnknown, askKnown];
      for (const askOne of both) await askOne();
    }
  } finally {
    client.close();
  }
  const all = [...known, ...unknown];
  const msOf = (answers: Answer[]) => answers.map(({ ms }) => ms);
  const slowest = Math.max(...msOf(unknown));
  return {
    apart: Math.abs(rankTest(msOf(known), msOf(unknown))),
    slowerApart: rankTest(
      msOf(known).map((ms) => ms + slowest),
      msOf(unknown),
    ),
    kinds: new Set(all.map(({ status, body }) => `${status} ${Buffer.byteLength(body)}`)).size,
    refused: all.filter(({ status }) => status >= 300).length,
  };
}

/** The same bits in every run, about half of them set. */
const isFirst = (turn: number): boolean => ((Math.imul(turn + 1, 0x9e3779b1) >>> 13) & 1) === 1;

/** @returns how many of the tries of one client were answered, whatever its headers say */
async function forge(shop: Shop): Promise<Record<Name, number>> {
  const web = await startWeb({ WEB_PORT: String(await freePort()), API_URL: shop.url });
  const client = new HttpClient(1);
  const count = async (name: Name) => {
    const { path, bodyOf } = functions[name];
    let answered = 0;
    for (let n = 0; n < FORGED; n += 1) {
      const { status } = await client.ask(web.url + path, {
        method: 'POST',
        headers: {
          ...JSON_BODY,
          'x-forwarded-for': `203.0.113.${n}, 198.51.100.${n}`,
          forwarded: `for=203.0.113.${n}`,
          'x-real-ip': `203.0.113.${n}`,
        },
        body: JSON.stringify(bodyOf(`forged-${n}@drill.example`, 'ZZZZ-ZZZZ')),
      });
      if (status !== 429) answered += 1;
    }
    return answered;
  };
  try {
    return { find: await count('find'), withdraw: await count('withdraw') };
  } finally {
    client.close();
    await web.stop();
  }
}
