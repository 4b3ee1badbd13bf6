import { setTimeout as wait } from 'node:timers/promises';
import { serverAt } from '@shop/shop-harness/database/postgres-server';
import { HttpClient } from '@shop/shop-harness/network/http-client';
import { pick, randomBetween, shuffled } from '@shop/shop-harness/random';
import { payOrders, placeOrders } from '@shop/shop-harness/shop/orders';
import { Shop } from '@shop/shop-harness/shop/shop';
import { rowEvent } from '@shop/shop-harness/shop/stripe-event';
import { Deliveries } from '@shop/shop-harness/storm/deliveries';
import { lostEvents, mailedTwice, settle } from '@shop/shop-harness/storm/final-state';
import { eventsOfPaidSession } from '@shop/shop-harness/storm/paid-session-events';
import { freePort, hasPgBouncer, startPgBouncer } from '@shop/stack';
import { defineDrill } from '../drill';
import type { Surroundings } from '../drill';
import { keepDoing } from '../keep-doing';
import { ObservedClient } from '../network/observed-client';
import { hasHaproxy, startHaproxy } from '../replication/haproxy';
import { hasReplication, ReplicatedPostgres } from '../replication/replicated-postgres';

const CONNECTIONS = 32;
/** Orders that are placed and paid after each loss. */
const ORDERS_AFTER = 5;

interface Size {
  losses: number;
  orders: number;
}
const sizes = { full: { losses: 5, orders: 200 }, short: { losses: 1, orders: 6 } };

/**
 * Two processes of the API and a worker on a PostgreSQL with a synchronous standby, behind HAProxy. During a storm of
 * signed events the primary is killed with all its processes (SIGKILL) and its files are removed, and then the standby
 * is promoted. No process of the shop is started again. Shoppers order and pay anew at once. Then a new standby takes
 * the free place, and the primary is lost again.
 */
export const lostPrimary = defineDrill({
  name: 'lost-primary',
  promise: 27,
  says: 'the database server may be lost for good',
  databases: ['postgres'],
  timed: true,
  whyNot,
  sizes,
  run: (surroundings, size) => losePrimaries(surroundings, size),
});

/** The same through a PgBouncer in session mode. */
export const lostBehindPooler = defineDrill({
  name: 'lost-behind-pooler',
  promise: 27,
  says: 'the database server behind PgBouncer may be lost for good',
  databases: ['postgres'],
  timed: true,
  whyNot: async () =>
    hasPgBouncer() ? whyNot() : 'PgBouncer is not installed (apt-get install pgbouncer)',
  sizes,
  run: (surroundings, size) => losePrimaries(surroundings, size, throughPgBouncer),
});

async function whyNot(): Promise<string | undefined> {
  if (!hasHaproxy()) return 'HAProxy is not installed (apt-get install haproxy)';
  if (await hasReplication()) return undefined;
  return 'PostgreSQL is not installed here, so it cannot be lost (apt-get install postgresql)';
}

async function throughPgBouncer({ href }: URL) {
  // By default it refuses everybody for 15 seconds after it could not reach the server.
  const bouncer = await startPgBouncer(href, ['server_login_retry = 1']);
  if (!bouncer) throw new Error('This user may not run PgBouncer.');
  return bouncer;
}

async function losePrimaries(
  { database, say }: Surroundings,
  size: Size,
  beforeDatabase?: typeof throughPgBouncer,
) {
  const pair = await ReplicatedPostgres.start();
  const haproxy = await startHaproxy(pair.ports);
  await using shop = await Shop.open(database, {
    server: serverAt(haproxy.url),
    ...(beforeDatabase && { beforeDatabase }),
  });
  const ports = [shop.port, await freePort()];
  const apps = await Promise.all(
    ports.map((port) => shop.start({ API_PORT: String(port), WORKER: 'none' })),
  );
  apps.push(await shop.startWorker());
  let ends = 0;
  for (const { exited } of apps) void exited.then(() => (ends += 1));
  const sessions = await payOrders(shop, await placeOrders(shop, size.orders));
  const events = shuffled(sessions.flatMap(eventsOfPaidSession));
  const eventsPerLoss = Math.ceil(events.length / size.losses);

  const observed = new ObservedClient(new HttpClient(CONNECTIONS));
  using deliveries = new Deliveries(observed);
  const anyone = () => `http://127.0.0.1:${pick(Math.random, ports)}`;
  const queue: typeof events = [];
  using storm = keepDoing(CONNECTIONS, () =>
    deliveries.untilTaken(anyone, queue.pop() ?? rowEvent()),
  );
  const backMs: number[] = [];
  const awayMs: number[] = [];
  for (let loss = 1; loss <= size.losses; loss += 1) {
    if (loss > 1) await pair.addStandby();
    await wait(randomBetween(300, 1000));
    queue.push(...events.splice(0, eventsPerLoss));
    await wait(randomBetween(0, 50));
    const lostAt = performance.now();
    await pair.losePrimary();
    await wait(randomBetween(500, 2000));
    await pair.promote();
    const promotedAt = performance.now();
    await deliveries.reached(deliveries.acknowledged.size + 1);
    backMs.push(performance.now() - promotedAt);
    awayMs.push(performance.now() - lostAt);
    say(`loss ${loss} of ${size.losses}: first 200 after ${Math.round(backMs.at(-1) ?? 0)} ms`);
    const later = await payOrders(shop, await placeOrders(shop, ORDERS_AFTER));
    queue.push(...shuffled(later.flatMap(eventsOfPaidSession)));
  }
  while (queue.length > 0) await wait(50);
  await storm.stop();
  const processEnds = ends;

  const orders = size.orders + size.losses * ORDERS_AFTER;
  const finalState = await settle(shop, orders, 60_000);
  const lost = await lostEvents(shop, deliveries.acknowledged);
  const neither = (status: number) => status !== 200 && status !== 503;
  await shop.close();
  await haproxy.close();
  await pair.close();
  return {
    target: {
      losses: size.losses,
      lost: 0,
      processEnds: 0,
      neither200Nor503: 0,
      unanswered: 0,
      longestToFirst200Ms: '<= 5000' as const,
      fulfilled: orders,
      fulfilledTwice: 0,
      unhandled: 0,
    },
    measured: {
      losses: backMs.length,
      lost: lost.length,
      processEnds,
      neither200Nor503: deliveries.answered(neither),
      unanswered: Object.values(deliveries.unanswered).reduce((sum, count) => sum + count, 0),
      longestToFirst200Ms: Math.round(Math.max(...backMs)),
      ...finalState,
      longestAnswerMs: Math.round(observed.longestMs),
      longestAwayMs: Math.round(Math.max(...awayMs)),
      mailedTwice: mailedTwice(shop),
      acknowledged: deliveries.acknowledged.size,
      answers: deliveries.statuses,
      unansweredBy: deliveries.unanswered,
    },
  };
}
