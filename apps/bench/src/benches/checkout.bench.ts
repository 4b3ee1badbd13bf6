import { HttpClient } from '@shop/shop-harness/network/http-client';
import { pricesOf } from '@shop/shop-harness/shop/orders';
import { defineBench, rowOf } from '../bench';
import { startGuide } from '../baseline/start-baseline';
import { inTurn, usualRounds } from '../load/in-turn';
import type { Rounds } from '../load/in-turn';
import { figuresOf, ratiosOf } from './figures-of';
import { CONNECTIONS } from '../load/load';
import { checkoutRequest, taking } from '../load/requests';
import { openShop, usualDatabase } from '../paid-orders';

/**
 * Each checkout is of a new shopper with an IP address of their own, behind a trusted proxy. So the limit of ten a
 * minute is counted for each, and refuses none.
 */
export const checkout = defineBench<Rounds>({
  name: 'checkout',
  says: 'checkout create',
  sizes: usualRounds,
  async *run(rounds, say) {
    const database = await usualDatabase();
    await using shop = await openShop(database);
    await shop.start();
    await using guide = await startGuide(shop.sandbox.url);
    const client = new HttpClient(1);
    const nextPrice = taking(await pricesOf(client, shop.url));
    client.close();
    const isRight = (body: string) => body.includes('/c/pay/cs_test_');
    const loads = {
      ours: { urls: [shop.url], requests: [checkoutRequest('/api/checkout', nextPrice)], isRight },
      baseline: {
        urls: [guide.url],
        requests: [checkoutRequest('/create-checkout-session', nextPrice)],
        isRight,
      },
    };
    const loaded = await inTurn(loads, rounds, say);
    yield rowOf({
      what: `POST of a cart of one line: the order's row and its session, Stripe answering in 0 ms, ${CONNECTIONS} connections, ${database}`,
      title: 'checkout against the guide’s handler',
      value: loaded.ours.aSecond,
      unit: 'checkouts/s',
      baseline: {
        what: "the guide's handler: the session, and no order",
        value: loaded.baseline.aSecond,
      },
      target: { ratio: '>= 0.25' },
      rounds: ratiosOf(loaded.ours, loaded.baseline),
      figures: figuresOf(loaded),
    });
    const one = { connections: 1 };
    const alone = await inTurn(
      { ours: { ...loads.ours, ...one }, baseline: { ...loads.baseline, ...one } },
      rounds,
      say,
    );
    yield rowOf({
      what: `what the order adds to the time of one checkout at a time, p50, ${database}`,
      title: 'time that an order adds to a checkout',
      value: alone.ours.p50Ms - alone.baseline.p50Ms,
      unit: 'ms',
      baseline: {
        what: "the guide's handler, which waits for the same call of Stripe",
        value: alone.baseline.p50Ms,
      },
      target: { value: '<= 6' },
      figures: figuresOf(alone),
    });
  },
});
