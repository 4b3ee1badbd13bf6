import { HttpClient } from '@shop/shop-harness/network/http-client';
import { defineBench, rowOf } from '../bench';
import { startBare } from '../baseline/start-baseline';
import { inTurn, usualRounds } from '../load/in-turn';
import type { Rounds } from '../load/in-turn';
import { figuresOf, ratiosOf } from './figures-of';
import { CONNECTIONS } from '../load/load';
import { openShop, usualDatabase } from '../paid-orders';

/** The list of products. Both servers have it in memory; the API also reads which products are sold out. */
export const products = defineBench<Rounds>({
  name: 'products',
  says: 'products',
  sizes: usualRounds,
  async *run(rounds, say) {
    const database = await usualDatabase();
    await using shop = await openShop(database);
    await shop.start();
    const client = new HttpClient(1);
    const { body } = await client.ask(`${shop.url}/api/products`);
    client.close();
    await using bare = await startBare({ DATABASE_URL: '', PRODUCTS: body });
    const asked = {
      requests: [{ path: '/api/products' }],
      isRight: (text: string) => text === body,
    };
    const loaded = await inTurn(
      { ours: { urls: [shop.url], ...asked }, baseline: { urls: [bare.url], ...asked } },
      rounds,
      say,
    );
    yield rowOf({
      what: `GET of the products, ${CONNECTIONS} connections, ${database}`,
      title: 'products against the same JSON from memory',
      value: loaded.ours.aSecond,
      unit: 'requests/s',
      baseline: {
        what: 'Express that answers the same JSON from memory',
        value: loaded.baseline.aSecond,
      },
      rounds: ratiosOf(loaded.ours, loaded.baseline),
      figures: figuresOf(loaded),
    });
  },
});
