import { HttpClient } from '@shop/shop-harness/network/http-client';
import { StatementCutter } from '@shop/shop-harness/network/statement-cutter';
import type { Cut } from '@shop/shop-harness/network/statement-cutter';
import { payOrders, placeOrders } from '@shop/shop-harness/shop/orders';
import { Shop } from '@shop/shop-harness/shop/shop';
import { eventAbout } from '@shop/shop-harness/shop/stripe-event';
import { Deliveries } from '@shop/shop-harness/storm/deliveries';
import { lostEvents, settle } from '@shop/shop-harness/storm/final-state';
import { defineDrill } from '../drill';

const SIDES: readonly Cut['side'][] = ['before', 'after'];

/**
 * Cuts the connection to PostgreSQL at each statement of storing an event, from BEGIN to COMMIT, once before the server
 * runs it and once after. If the answer to a COMMIT is lost, the API must not answer 200, although the commit has
 * happened: the next try finds the event stored. No worker runs, so all transactions are the webhook's.
 */
export const cutStatements = defineDrill({
  name: 'cut-statements',
  promise: 16,
  says: 'a 200 means stored: cut connections',
  databases: ['postgres'],
  sizes: { full: { rounds: 25 }, short: { rounds: 9 } },
  async run({ database, say }, { rounds }) {
    const cutters: StatementCutter[] = [];
    await using shop = await Shop.open(database, {
      beforeDatabase: async (url) => {
        const cutter = await StatementCutter.open(Number(url.port || 5432), url.hostname);
        cutters.push(cutter);
        url.host = `127.0.0.1:${cutter.port}`;
        return { url: url.href, close: cutter.close };
      },
    });
    const [cutter] = cutters;
    if (!cutter) throw new Error('Only the way to PostgreSQL can be cut.');
    await shop.start({ WORKER: 'none' });
    const sessions = await payOrders(shop, await placeOrders(shop, rounds));

    using deliveries = new Deliveries(new HttpClient(1));
    let cuts = 0;
    let acknowledgedWhileCut = 0;
    let fewestStatements = Number.POSITIVE_INFINITY;
    for (const session of sessions) {
      if (deliveries.abandoned > 0) break;
      for (let statement = 1; statement < fewestStatements + 1; statement += 1) {
        for (const side of SIDES) {
          const event = eventAbout(session, 'checkout.session.completed');
          cutter.arm({ statement, side });
          const status = await deliveries.once(shop.url, event);
          const happened = cutter.disarm();
          if (happened) cuts += 1;
          else fewestStatements = Math.min(fewestStatements, statement - 1);
          if (happened && status === 200) acknowledgedWhileCut += 1;
          await deliveries.untilTaken(() => shop.url, event);
        }
      }
    }
    say(`${cuts} cuts`);
    await shop.stop();
    await shop.start();

    const finalState = await settle(shop, rounds, 60_000);
    const lost = await lostEvents(shop, deliveries.acknowledged);
    return {
      target: {
        statements: '>= 4',
        cuts: rounds * SIDES.length * fewestStatements,
        acknowledgedWhileCut: 0,
        abandoned: 0,
        neither200Nor5xx: 0,
        lost: 0,
        fulfilled: rounds,
        fulfilledTwice: 0,
      },
      measured: {
        statements: fewestStatements,
        cuts,
        acknowledgedWhileCut,
        abandoned: deliveries.abandoned,
        neither200Nor5xx: deliveries.answered((status) => status !== 200 && status < 500),
        lost: lost.length,
        ...finalState,
        answers: deliveries.statuses,
        unanswered: deliveries.unanswered,
      },
    };
  },
});
