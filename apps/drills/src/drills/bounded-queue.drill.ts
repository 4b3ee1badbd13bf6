import { HttpClient } from '@shop/shop-harness/network/http-client';
import { TcpProxy } from '@shop/shop-harness/network/tcp-proxy';
import { Shop } from '@shop/shop-harness/shop/shop';
import { Deliveries } from '@shop/shop-harness/storm/deliveries';
import { lostEvents } from '@shop/shop-harness/storm/final-state';
import { until } from '@shop/shop-harness/until';
import { defineDrill } from '../drill';
import { atRate } from '../load/at-rate';
import { nextEvent } from '../load/event-storm';
import { MemoryWatch } from '../load/memory-watch';
import { ObservedClient } from '../network/observed-client';

const EVENTS_A_SECOND = 500;
const LONGEST_ANSWER_MS = 3000;
/** So many may wait for their answers that no event waits for a connection. */
const CONNECTIONS = 2 * EVENTS_A_SECOND * (LONGEST_ANSWER_MS / 1000);

/**
 * The database goes away while Stripe sends 500 events a second, some of nearly 512 kB: first it is silent, then it
 * resets connections. Memory is compared with what the same storm takes while the database is there.
 */
export const boundedQueue = defineDrill({
  name: 'bounded-queue',
  promise: 25,
  says: 'memory is bounded while the database is away',
  databases: ['postgres'],
  timed: true,
  sizes: {
    full: { warmMs: 60_000, awayMs: 30_000, megabytes: 50 },
    // Too short for a heap to have grown to its usual size.
    short: { warmMs: 2000, awayMs: 1500, megabytes: 200 },
  },
  async run({ database, say }, { warmMs, awayMs, megabytes }) {
    const proxies: TcpProxy[] = [];
    await using shop = await Shop.open(database, {
      beforeDatabase: async (url) => {
        const proxy = await TcpProxy.open(Number(url.port || 5432), url.hostname);
        proxies.push(proxy);
        url.host = `127.0.0.1:${proxy.port}`;
        return { url: url.href, close: () => proxy.close() };
      },
    });
    const api = await shop.start();
    const observed = new ObservedClient(new HttpClient(CONNECTIONS));
    using deliveries = new Deliveries(observed);
    const deliver = () => deliveries.once(shop.url, nextEvent());
    using memory = new MemoryWatch(api.pid);

    await atRate(EVENTS_A_SECOND, warmMs, deliver);
    const before = await memory.mostSince();
    const from = performance.now();
    for (const weather of ['black hole', 'reset'] as const) {
      for (const proxy of proxies) proxy.weather = weather;
      await atRate(EVENTS_A_SECOND, awayMs, deliver);
      say(`${weather}: ${JSON.stringify(observed.statusesWithin(from, performance.now()))}`);
    }
    const { 503: refused = 0, ...others } = observed.statusesWithin(from, performance.now());
    const longestRefusalMs = observed.longestMsSince(from);
    const most = await memory.mostSince();
    for (const proxy of proxies) proxy.weather = 'clear';
    const back = await until(deliver, (status) => status === 200, { timeoutMs: 5000 });
    const lost = await lostEvents(shop, deliveries.acknowledged);
    return {
      target: {
        refused: `>= ${Math.floor((2 * awayMs * EVENTS_A_SECOND) / 1000) - EVENTS_A_SECOND}`,
        otherAnswers: 0,
        longestRefusalMs: `<= ${LONGEST_ANSWER_MS}`,
        grownMegabytes: `<= ${megabytes}`,
        statusAfterwards: 200,
        lost: 0,
      },
      measured: {
        refused,
        otherAnswers: Object.values(others).reduce((sum, count) => sum + count, 0),
        longestRefusalMs: Math.round(longestRefusalMs),
        grownMegabytes: Math.round(most - before),
        statusAfterwards: back ?? 0,
        lost: lost.length,
        megabytesBefore: Math.round(before),
      },
    };
  },
});
