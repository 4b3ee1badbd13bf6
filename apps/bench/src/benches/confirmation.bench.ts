import { defineBench, rowOf } from '../bench';
import type { Row } from '../bench';
import { startBare, startGuide } from '../baseline/start-baseline';
import { inTurn, usualRounds } from '../load/in-turn';
import type { Rounds } from '../load/in-turn';
import { figuresOf, ratiosOf } from './figures-of';
import { CONNECTIONS } from '../load/load';
import type { Load, LoadedInRounds } from '../load/load';
import { confirmationRequest, successRequest, taking } from '../load/requests';
import { sell, usualDatabase } from '../paid-orders';

interface Size extends Rounds {
  orders: number;
}

/** Latencies of Stripe for the guide's page: the two cases that have targets. */
const LATENCIES = [
  { latencyMs: 0, atLeast: 1.4 },
  { latencyMs: 150, atLeast: 25 },
];

/**
 * Confirmations of paid orders that have been viewed before, with the cookie that shows them in full. The API does not
 * limit these requests, so no limit is changed for the bench.
 */
export const confirmation = defineBench<Size>({
  name: 'confirmation',
  says: 'confirmation of a paid order',
  sizes: {
    full: { orders: 200, ...usualRounds.full },
    // Long enough for answers that wait for Stripe.
    quick: { orders: 10, rounds: 1, seconds: 1, warmUpSeconds: 0.5 },
  },
  async *run({ orders: count, ...rounds }, say) {
    const database = await usualDatabase();
    const { shop, orders } = await sell(database, count);
    await using _ = shop;
    const ours: Omit<Load, 'seconds'> = {
      urls: [shop.url],
      requests: [confirmationRequest(taking(orders))],
      isRight: (body) => body.includes('"view":"full"') && body.includes('"Jenny Rosen"'),
    };
    const asked = { requests: [successRequest(taking(orders))] };
    const row = (
      loaded: Record<'ours' | 'baseline', LoadedInRounds>,
      against: string,
      baseline: string,
      atLeast: number,
    ): Row =>
      rowOf({
        what: `GET of a paid order's confirmation in full, ${CONNECTIONS} connections, ${database}`,
        title: `confirmation against ${against}`,
        value: loaded.ours.aSecond,
        unit: 'requests/s',
        baseline: { what: baseline, value: loaded.baseline.aSecond },
        target: { ratio: `>= ${atLeast}` },
        rounds: ratiosOf(loaded.ours, loaded.baseline),
        figures: figuresOf(loaded),
      });

    await using guide = await startGuide(shop.sandbox.url);
    for (const { latencyMs, atLeast } of LATENCIES) {
      await shop.sandbox.faults(latencyMs > 0 ? { latencyMs } : {});
      const baseline = {
        ...asked,
        urls: [guide.url],
        isRight: (body: string) => body.includes('Thanks for your order, Jenny Rosen!'),
      };
      const loaded = await inTurn({ ours, baseline }, rounds, say);
      yield row(
        loaded,
        `the guide's page, Stripe in ${latencyMs} ms`,
        `the guide's page, two calls of Stripe, each answered in ${latencyMs} ms`,
        atLeast,
      );
    }
    await shop.sandbox.faults();

    if (database === 'embedded') {
      yield {
        what: 'confirmation against Express and one SELECT',
        skipped: 'no PostgreSQL',
      };
      return;
    }
    await using bare = await startBare(shop.database.env);
    const baseline = {
      ...asked,
      urls: [bare.url],
      isRight: (body: string) => body.includes('"Jenny Rosen"'),
    };
    const loaded = await inTurn({ ours, baseline }, rounds, say);
    yield row(loaded, 'Express and one SELECT', 'Express and one SELECT by the same key', 0.75);
  },
});
