import { freePort } from '@shop/stack';
import { defineBench, rowOf } from '../bench';
import { inTurn } from '../load/in-turn';
import type { Rounds } from '../load/in-turn';
import { kinds } from '../load/kinds';
import { sell } from '../paid-orders';
import { ratiosOf } from './figures-of';

interface Size extends Rounds {
  orders: number;
}

const REPLICAS = 3;
/** Divisible by one, two and three, so that each process gets the same number. */
const ALL_CONNECTIONS = 30;

/**
 * The same connections, spread over one, two and three processes that share one PostgreSQL. No load balancer is in
 * front.
 */
export const replicas = defineBench<Size>({
  name: 'replicas',
  says: '1, 2 and 3 replicas on one PostgreSQL',
  needsPostgres: true,
  sizes: {
    full: { orders: 200, rounds: 3, seconds: 8, warmUpSeconds: 5 },
    quick: { orders: 4, rounds: 1, seconds: 1, warmUpSeconds: 0.5 },
  },
  async *run({ orders, ...rounds }, say) {
    const sold = await sell('postgres', orders, { WORKER: 'none' });
    await using shop = sold.shop;
    const urls = [shop.url];
    while (urls.length < REPLICAS) {
      const api = await shop.start({ WORKER: 'none', API_PORT: String(await freePort()) });
      urls.push(api.url);
    }
    for (const { what, unit, requestOf } of kinds) {
      const requests = [requestOf(sold)];
      const of = (replicas: number) => ({
        requests,
        urls: urls.slice(0, replicas),
        connections: ALL_CONNECTIONS,
      });
      const loaded = await inTurn({ one: of(1), two: of(2), three: of(REPLICAS) }, rounds, say);
      for (const name of ['two', 'three'] as const) {
        yield rowOf({
          what: `${what}, ${ALL_CONNECTIONS} connections, ${name} replicas`,
          title: `${unit === 'events/s' ? 'webhook' : 'confirmation'} by ${name} replicas against one`,
          value: loaded[name].aSecond,
          unit,
          baseline: { what: 'one replica', value: loaded.one.aSecond },
          rounds: ratiosOf(loaded[name], loaded.one),
        });
      }
    }
  },
});
