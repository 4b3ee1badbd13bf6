import { setTimeout as wait } from 'node:timers/promises';
import { inParallel } from '@shop/shop-harness/in-parallel';
import { HttpClient } from '@shop/shop-harness/network/http-client';
import { shuffled } from '@shop/shop-harness/random';
import { payOrders, placeOrders } from '@shop/shop-harness/shop/orders';
import { Shop } from '@shop/shop-harness/shop/shop';
import { Deliveries } from '@shop/shop-harness/storm/deliveries';
import { afterStorm, lostEvents, mailedTwice, settle } from '@shop/shop-harness/storm/final-state';
import { eventsOfPaidSession } from '@shop/shop-harness/storm/paid-session-events';
import { freePort } from '@shop/stack';
import type { RunningApp } from '@shop/stack';
import { defineDrill } from '../drill';

const REPLICAS = 3;
const CONNECTIONS = 48;

/**
 * Three processes of the API share one PostgreSQL. A storm is spread over them at random, and every second one of them
 * is killed (SIGKILL) and started again. A delivery that fails is retried at another process, as behind a load
 * balancer.
 */
export const replicas = defineDrill({
  name: 'replicas',
  promise: 20,
  says: 'several replicas share one PostgreSQL',
  databases: ['postgres'],
  sizes: {
    full: { orders: 1000, kills: 20, settleMs: 180_000 },
    short: { orders: 10, kills: 2, settleMs: 60_000 },
  },
  async run({ database, say }, size) {
    await using shop = await Shop.open(database);
    const ports = [shop.port, await freePort(), await freePort()].slice(0, REPLICAS);
    const live = new Map<number, RunningApp>();
    const startAt = async (port: number) => {
      live.set(port, await shop.start({ API_PORT: String(port) }));
    };
    // All start at once on an empty database, so they must also agree on which one creates the tables.
    await Promise.all(ports.map(startAt));
    const sessions = await payOrders(shop, await placeOrders(shop, size.orders));
    const events = shuffled(sessions.flatMap(eventsOfPaidSession));

    using deliveries = new Deliveries(new HttpClient(CONNECTIONS));
    const anyone = () => `http://127.0.0.1:${anyOf(ports)}`;
    let storming = true;
    const storm = inParallel(events, CONNECTIONS, (event) => deliveries.untilTaken(anyone, event));
    void storm.finally(() => (storming = false));
    const starting = new Set<Promise<void>>();
    let kills = 0;
    while (storming || kills < size.kills) {
      await wait(1000);
      const port = anyOf([...live.keys()]);
      const victim = port === undefined ? undefined : live.get(port);
      if (port === undefined || !victim) continue;
      live.delete(port);
      await victim.kill();
      kills += 1;
      const start = startAt(port);
      starting.add(start);
      void start.finally(() => starting.delete(start));
      if (kills % 10 === 0) say(`${kills} kills, ${deliveries.acknowledged.size} acknowledged`);
    }
    await Promise.all([storm, ...starting]);

    const finalState = await settle(shop, size.orders, size.settleMs);
    const lost = await lostEvents(shop, deliveries.acknowledged);
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
        mailedTwice: mailedTwice(shop),
        answers: deliveries.statuses,
        unanswered: deliveries.unanswered,
      },
    };
  },
});

const anyOf = <T>(items: readonly T[]): T | undefined =>
  items[Math.floor(Math.random() * items.length)];
