import { rowEvent } from '@shop/shop-harness/shop/stripe-event';
import { defineBench, rowOf } from '../bench';
import { startBare } from '../baseline/start-baseline';
import { inTurn, usualRounds } from '../load/in-turn';
import type { Rounds } from '../load/in-turn';
import { figuresOf, ratiosOf } from './figures-of';
import { CONNECTIONS } from '../load/load';
import { completions, eventRequest, taking } from '../load/requests';
import { sell } from '../paid-orders';

interface Size extends Rounds {
  orders: number;
}

/**
 * All events are different, and each is signed when it is sent. The API answers 200 when the event and its job are
 * committed. No worker runs, so no job does. The baseline gets the same bytes, writes one row with the same columns and
 * checks no signature.
 */
export const webhook = defineBench<Size>({
  name: 'webhook',
  says: 'webhook to durable 2xx',
  needsPostgres: true,
  sizes: {
    full: { orders: 100, ...usualRounds.full },
    quick: { orders: 4, ...usualRounds.quick },
  },
  async *run({ orders, ...rounds }, say) {
    const { shop, sessions } = await sell('postgres', orders, { WORKER: 'none' });
    await using _ = shop;
    await using bare = await startBare(shop.database.env);
    const kinds = [
      {
        what: 'that a session was paid: its row and its job',
        title: 'webhook with its job against Express and one INSERT',
        next: completions(taking(sessions)),
      },
      {
        what: 'of a type that moves no order: its row',
        title: 'webhook without a job against Express and one INSERT',
        next: rowEvent,
      },
    ];
    for (const { what, title, next } of kinds) {
      const loaded = await inTurn(
        {
          ours: { urls: [shop.url], requests: [eventRequest(next)] },
          baseline: { urls: [bare.url], requests: [eventRequest(next)] },
        },
        rounds,
        say,
      );
      yield rowOf({
        what: `signed event ${what}, ${CONNECTIONS} connections`,
        title,
        value: loaded.ours.aSecond,
        unit: 'events/s',
        baseline: { what: 'Express and one INSERT', value: loaded.baseline.aSecond },
        target: { ratio: '>= 0.55' },
        rounds: ratiosOf(loaded.ours, loaded.baseline),
        figures: figuresOf(loaded),
      });
    }
  },
});
