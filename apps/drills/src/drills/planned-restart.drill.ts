import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { HttpClient } from '@shop/shop-harness/network/http-client';
import { randomBetween } from '@shop/shop-harness/random';
import { placeOrders, pricesOf } from '@shop/shop-harness/shop/orders';
import { Shop } from '@shop/shop-harness/shop/shop';
import { rowEvent } from '@shop/shop-harness/shop/stripe-event';
import { Deliveries } from '@shop/shop-harness/storm/deliveries';
import { lostEvents } from '@shop/shop-harness/storm/final-state';
import { defineDrill } from '../drill';
import { keepDoing } from '../keep-doing';
import { SlowCheckouts } from '../shop/slow-checkouts';

const CONNECTIONS = 24;
const SLOW_CONNECTIONS = 6;
/**
 * How long Stripe takes to create a session. It is long, so that checkouts are in progress whenever the API gets
 * SIGTERM.
 */
const SLOW_MS = 2000;
/** The same for promise 26, which a short grace period would cut. */
const VERY_SLOW_MS = 7000;
const TIMEOUT_MS = 30_000;

/**
 * SIGTERM during a storm of webhooks, while checkouts wait for a slow Stripe and an idle connection is open, as
 * browsers and load balancers open them; then a start on the same port. A request is broken when it was sent on an
 * accepted connection and gets no complete answer, however idle the connection was before. A connection that is refused
 * while nothing listens is not broken: the client knows that nothing was accepted. Then the same again while Stripe takes
 * seven seconds over each checkout (promise 26).
 */
export const plannedRestart = defineDrill({
  name: 'planned-restart',
  promise: 11,
  says: 'a planned restart loses no request',
  databases: ['embedded', 'postgres'],
  timed: true,
  sizes: { full: { restarts: 10 }, short: { restarts: 1 } },
  async run({ database, say }, size) {
    await using shop = await Shop.open(database);
    await shop.start();
    await placeOrders(shop, 1);
    const client = new HttpClient(CONNECTIONS + SLOW_CONNECTIONS);
    const priceId = (await pricesOf(client, shop.url))[0] ?? '';
    const slowDown = (latencyMs: number) =>
      shop.sandbox.faults({ latencyMs, path: '/v1/checkout/sessions', method: 'POST' });
    await slowDown(SLOW_MS);

    using webhooks = new Deliveries(client);
    const checkouts = new SlowCheckouts(client, shop.url, priceId);
    using storm = keepDoing(CONNECTIONS, () => webhooks.untilTaken(() => shop.url, rowEvent()));
    using slow = keepDoing(SLOW_CONNECTIONS, () => checkouts.once());

    const restarts = async (slowMs: number): Promise<number[]> => {
      const exitMs: number[] = [];
      for (let restart = 1; restart <= size.restarts; restart += 1) {
        await wait(randomBetween(1, 1.5) * slowMs);
        const ms = await end(shop, checkouts);
        exitMs.push(ms);
        await shop.start();
        say(`restart ${restart} of ${size.restarts} took ${Math.round(ms)} ms to end`);
      }
      return exitMs;
    };
    const exitMs = await restarts(SLOW_MS);
    await slowDown(VERY_SLOW_MS);
    const slowExitMs = await restarts(VERY_SLOW_MS);
    await Promise.all([storm.stop(), slow.stop()]);

    const lost = await lostEvents(shop, webhooks.acknowledged);
    const broken = { ...webhooks.unanswered };
    for (const [code, count] of Object.entries(checkouts.unanswered)) {
      broken[code] = (broken[code] ?? 0) + count;
    }
    const { ECONNREFUSED: refusedWhileDown = 0, ...unanswered } = broken;
    return {
      target: {
        restarts: size.restarts,
        broken: 0,
        inHandRefused: 0,
        lost: 0,
        longestExitMs: '<= 8000',
        slowRestarts: size.restarts,
        longestSlowExitMs: '<= 13000',
      },
      measured: {
        restarts: exitMs.length,
        broken: Object.values(unanswered).reduce((sum, count) => sum + count, 0),
        inHandRefused: checkouts.inHandRefused,
        lost: lost.length,
        longestExitMs: Math.round(Math.max(...exitMs)),
        slowRestarts: slowExitMs.length,
        longestSlowExitMs: Math.round(Math.max(...slowExitMs)),
        inHand: checkouts.inHand,
        refusedWhileDown,
        unanswered,
        webhooks: webhooks.statuses,
        checkouts: checkouts.statuses,
      },
    };
  },
});

/** Sends SIGTERM to the API and waits for its end. @returns how long that took, in milliseconds */
async function end(shop: Shop, checkouts: SlowCheckouts): Promise<number> {
  const { api } = shop;
  if (!api) throw new Error('No API runs.');
  const silent = connect(Number(new URL(api.url).port), '127.0.0.1');
  silent.on('error', () => undefined);
  await once(silent, 'connect');
  const start = performance.now();
  checkouts.ending();
  process.kill(api.pid, 'SIGTERM');
  const insist = setTimeout(() => void api.kill(), TIMEOUT_MS);
  await api.exited;
  clearTimeout(insist);
  silent.destroy();
  return performance.now() - start;
}
