import { inParallel } from '@shop/shop-harness/in-parallel';
import { HttpClient } from '@shop/shop-harness/network/http-client';
import { shuffled } from '@shop/shop-harness/random';
import { payOrders, placeOrders } from '@shop/shop-harness/shop/orders';
import { Shop } from '@shop/shop-harness/shop/shop';
import { eventAbout, newEventId } from '@shop/shop-harness/shop/stripe-event';
import { Deliveries } from '@shop/shop-harness/storm/deliveries';
import { lostEvents, settle } from '@shop/shop-harness/storm/final-state';
import {
  failingSteps,
  failuresRaised,
  idPrefixOf,
  makeStatementsFail,
} from '../database/failing-statements';
import { defineDrill } from '../drill';

const CONNECTIONS = 16;

/**
 * Each statement of storing an event fails in two of three tries: the event's row, its job, the commit. Every
 * acknowledged event must be stored. The API retries a failed group of events one by one, so not every failure becomes
 * an answer.
 */
export const failingStatements = defineDrill({
  name: 'failing-statements',
  promise: 16,
  says: 'a 200 means stored: failing statements',
  databases: ['embedded', 'postgres'],
  sizes: { full: { ordersPerStep: 100 }, short: { ordersPerStep: 2 } },
  async run({ database, say }, { ordersPerStep }) {
    await using shop = await Shop.open(database);
    // The API creates the tables of a new PostgreSQL database at its first start.
    if (!shop.database.exclusive) await shop.start();
    await shop.inspect(makeStatementsFail);
    if (!shop.api) await shop.start();
    const count = ordersPerStep * failingSteps.length;
    const sessions = await payOrders(shop, await placeOrders(shop, count));

    const events = failingSteps.flatMap((step, index) =>
      sessions.slice(index * ordersPerStep, (index + 1) * ordersPerStep).map((session) =>
        eventAbout(session, 'checkout.session.completed', {
          id: newEventId().replace('evt_', idPrefixOf(step)),
        }),
      ),
    );
    say(`${events.length} events, two of three tries of which fail`);
    using deliveries = new Deliveries(new HttpClient(CONNECTIONS));
    await inParallel(shuffled(events), CONNECTIONS, (event) =>
      deliveries.untilTaken(() => shop.url, event),
    );

    const { fulfilled, fulfilledTwice } = await settle(shop, count, 60_000);
    const lost = await lostEvents(shop, deliveries.acknowledged);
    const raised = await shop.inspect(failuresRaised);
    return {
      target: {
        acknowledged: count,
        acknowledgedNotStored: 0,
        raised: `>= ${2 * count}`,
        refused: '>= 1',
        neither200Nor5xx: 0,
        fulfilled: count,
        fulfilledTwice: 0,
      },
      measured: {
        acknowledged: deliveries.acknowledged.size,
        acknowledgedNotStored: lost.length,
        raised,
        refused: deliveries.answered((status) => status >= 500),
        neither200Nor5xx: deliveries.answered((status) => status !== 200 && status < 500),
        fulfilled,
        fulfilledTwice,
        answers: deliveries.statuses,
        unanswered: deliveries.unanswered,
      },
    };
  },
});
