import { setTimeout as wait } from 'node:timers/promises';
import { inParallel } from '@shop/shop-harness/in-parallel';
import { HttpClient } from '@shop/shop-harness/network/http-client';
import { shuffled } from '@shop/shop-harness/random';
import { payOrders, placeOrders } from '@shop/shop-harness/shop/orders';
import { Deliveries } from '@shop/shop-harness/storm/deliveries';
import { afterStorm, lostEvents, settleIn } from '@shop/shop-harness/storm/final-state';
import { eventsOfPaidSession } from '@shop/shop-harness/storm/paid-session-events';
import { defineDrill } from '../drill';
import { keepDoing } from '../keep-doing';
import { ClusterCommand } from '../shop/cluster-command';

const REPLICAS = 3;
const CONNECTIONS = 32;
const READERS = 8;
/** Like the page, the shopper asks again after a pause. */
const LOOK_AGAIN_MS = 500;

/**
 * Uses `npm run cluster` through its one port. During a storm of signed events and of shoppers who look at their
 * confirmations, one replica is killed (SIGKILL) every second. The sandbox sends an event for every payment too, so
 * each order has two senders. The drill chooses no replica: the load balancer does.
 */
export const cluster = defineDrill({
  name: 'cluster',
  says: 'the cluster behind its one port survives a replica killed every second',
  promise: 20,
  databases: ['postgres'],
  sizes: {
    full: { orders: 1000, kills: 20, settleMs: 180_000 },
    short: { orders: 10, kills: 2, settleMs: 60_000 },
  },
  async run({ say }, size) {
    await using shop = await ClusterCommand.start(REPLICAS);
    const orders = await placeOrders(shop, size.orders);
    const events = shuffled((await payOrders(shop, orders)).flatMap(eventsOfPaidSession));

    using deliveries = new Deliveries(new HttpClient(CONNECTIONS));
    const looks = { answered: 0, failed: 0 };
    const reader = new HttpClient(READERS);
    const look = async (stripeSessionId: string) => {
      const asked = reader.ask(
        `${shop.url}/api/orders/confirmation?session_id=${stripeSessionId}`,
        // Each is a new shopper, because the API limits the requests of one shopper in a minute.
        { headers: { 'x-forwarded-for': addressOf(looks.answered + looks.failed) } },
      );
      const status = await asked.then((answer) => answer.status).catch(() => 0);
      if (status === 200) {
        looks.answered += 1;
        return;
      }
      looks.failed += 1;
      await wait(LOOK_AGAIN_MS);
    };
    using looking = keepDoing(READERS, () =>
      look(orders[Math.floor(Math.random() * orders.length)]?.stripeSessionId ?? ''),
    );
    let storming = true;
    const storm = inParallel(events, CONNECTIONS, (event) =>
      deliveries.untilTaken(() => shop.url, event),
    ).finally(() => (storming = false));
    let kills = 0;
    while (storming || kills < size.kills) {
      await wait(1000);
      const pids = [...shop.replicas.values()];
      const victim = pids[Math.floor(Math.random() * pids.length)];
      if (victim === undefined) continue;
      process.kill(victim, 'SIGKILL');
      kills += 1;
      if (kills % 10 === 0) say(`${kills} kills, ${deliveries.acknowledged.size} acknowledged`);
    }
    await storm;
    await looking.stop();
    reader.close();

    const finalState = await settleIn(shop.database, size.orders, size.settleMs);
    const lost = await lostEvents(shop, deliveries.acknowledged);
    const accepted = deliveries.answered((status) => status < 300);
    return {
      target: {
        ...afterStorm(size.orders),
        kills: `>= ${size.kills}`,
      },
      measured: {
        acknowledged: deliveries.acknowledged.size,
        lost: lost.length,
        ...finalState,
        kills,
        webhookTries: accepted + failedOf(deliveries, accepted),
        webhookTriesFailed: failedOf(deliveries, accepted),
        answers: deliveries.statuses,
        unanswered: deliveries.unanswered,
        confirmations: looks.answered,
        confirmationsFailed: looks.failed,
      },
    };
  },
});

function failedOf({ statuses, unanswered }: Deliveries, accepted: number): number {
  const sum = (counts: Record<string, number>) =>
    Object.values(counts).reduce((all, count) => all + count, 0);
  return sum(statuses) + sum(unanswered) - accepted;
}

const addressOf = (shopper: number) =>
  `10.${[shopper >> 16, shopper >> 8, shopper].map((part) => part & 255).join('.')}`;
