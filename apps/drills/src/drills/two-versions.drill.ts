import { inParallel } from '@shop/shop-harness/in-parallel';
import { HttpClient } from '@shop/shop-harness/network/http-client';
import { shuffled } from '@shop/shop-harness/random';
import { payOrders, placeOrders } from '@shop/shop-harness/shop/orders';
import type { PlacedOrder } from '@shop/shop-harness/shop/orders';
import { Shop } from '@shop/shop-harness/shop/shop';
import { Deliveries } from '@shop/shop-harness/storm/deliveries';
import { afterStorm, lostEvents, mailedTwice, settle } from '@shop/shop-harness/storm/final-state';
import { eventsOfPaidSession } from '@shop/shop-harness/storm/paid-session-events';
import { defineDrill } from '../drill';
import { buildLastRelease, whyNoLastRelease } from '../release/last-release';
import { TwoVersions } from '../release/two-versions';

const CONNECTIONS = 16;

/**
 * The last release and this build run on one database, under a storm of signed events and of shoppers who look at their
 * confirmations. The release makes the tables; this build starts beside it, changes them, and takes over; then the
 * release takes over again, as after a bad deployment, and this build once more. Each is stopped by SIGTERM, after
 * requests have ceased to be sent to it, as behind a load balancer.
 */
export const twoVersions = defineDrill({
  name: 'two-versions',
  promise: 28,
  says: 'the last release and this build run side by side',
  databases: ['postgres'],
  shortFormMs: 600_000,
  whyNot: whyNoLastRelease,
  sizes: {
    full: { ordersAPhase: 100, rounds: 3, settleMs: 180_000 },
    short: { ordersAPhase: 4, rounds: 1, settleMs: 60_000 },
  },
  async run({ database, say }, { ordersAPhase, rounds, settleMs }) {
    const release = await buildLastRelease(say);
    await using shop = await Shop.open(database);
    const versions = new TwoVersions(shop, release.root);
    using deliveries = new Deliveries(new HttpClient(CONNECTIONS));
    const orders: PlacedOrder[] = [];

    /** New orders are placed, and their events sent, at whoever runs, at least until the change is done. */
    const stormWhile = async (change: () => Promise<void>) => {
      const url = versions.anyUrl();
      const placed = await placeOrders({ url }, ordersAPhase, undefined, orders.length);
      orders.push(...placed);
      const events = shuffled((await payOrders(shop, placed)).flatMap(eventsOfPaidSession));
      let isChanging = true;
      const changing = change().finally(() => (isChanging = false));
      const send = (event: (typeof events)[number]) =>
        deliveries.untilTaken(() => versions.anyUrl(), event);
      await inParallel(events, CONNECTIONS, send);
      while (isChanging) await inParallel(events.slice(0, CONNECTIONS), CONNECTIONS, send);
      await changing;
    };

    await versions.start('release');
    using looks = versions.keepLooking(() => orders);
    for (let round = 1; round <= rounds; round += 1) {
      await stormWhile(() => versions.start('build'));
      await stormWhile(() => versions.stop('release'));
      await stormWhile(() => versions.start('release'));
      await stormWhile(() => versions.stop('build'));
      say(`round ${round} of ${rounds}, ${deliveries.acknowledged.size} acknowledged`);
    }
    await stormWhile(() => versions.start('build'));
    await stormWhile(() => versions.stop('release'));
    await looks.stop();

    const finalState = await settle(shop, orders.length, settleMs);
    const lost = await lostEvents(shop, deliveries.acknowledged);
    await release.close();
    const isServerError = (status: number) => status >= 500;
    const unanswered = Object.values(deliveries.unanswered).reduce((sum, one) => sum + one, 0);
    return {
      target: {
        ...afterStorm(orders.length),
        serverErrors: 0,
        unanswered: 0,
        mailedTwice: 0,
        looksAnswered: `>= ${rounds}`,
        askedOfRelease: `>= ${orders.length}`,
        askedOfBuild: `>= ${orders.length}`,
        starts: 2 * rounds + 2,
        stops: 2 * rounds + 1,
      },
      measured: {
        acknowledged: deliveries.acknowledged.size,
        lost: lost.length,
        ...finalState,
        serverErrors: deliveries.answered(isServerError) + versions.looksFailed,
        unanswered,
        mailedTwice: mailedTwice(shop),
        looksAnswered: versions.looksAnswered,
        askedOfRelease: versions.asked.release,
        askedOfBuild: versions.asked.build,
        starts: versions.starts,
        stops: versions.stops,
        commitsBehind: release.commitsBehind,
        answers: deliveries.statuses,
      },
    };
  },
});
