import type { Shop } from '@shop/shop-harness/shop/shop';
import { defineBench, rowOf } from '../bench';
import type { Skipped } from '../bench';
import { databaseBytes, fillOrders } from '../many-orders/fill-orders';
import { lookups } from '../many-orders/lookups';
import { gigabytes, roomOnDisk } from '../many-orders/room-on-disk';
import { inTurn } from '../load/in-turn';
import type { Rounds } from '../load/in-turn';
import { CONNECTIONS } from '../load/load';
import type { Load } from '../load/load';
import { openShop, sell } from '../paid-orders';
import { ratiosOf } from './figures-of';

interface Size extends Rounds {
  /** Numbers of orders, in rising order. The first is the baseline. */
  orders: readonly number[];
}

/**
 * Free space that is required, as a multiple of the predicted size: PostgreSQL keeps its write-ahead log for a while.
 */
const ROOM = 2;

/**
 * One database and one API for each size, loaded in turn: what shoppers, Stripe and staff look up; see `lookups.ts`. SQL generates orders, lines, fulfilments and events in the real tables. No worker runs, so no job does.
 */
export const sizes = defineBench<Size>({
  name: 'sizes',
  says: 'lookup and webhook as orders become many',
  needsPostgres: true,
  sizes: {
    full: { orders: [1000, 2_000_000], rounds: 5, seconds: 4, warmUpSeconds: 3 },
    quick: { orders: [100, 5000], rounds: 1, seconds: 1, warmUpSeconds: 0.5 },
  },
  async *run({ orders: counts, ...rounds }, say) {
    // The template for events: a real paid session, in which only the ids are replaced by those of generated orders.
    const { shop: model, sessions } = await sell('postgres', 1);
    await model.close();
    const [session] = sessions;
    if (!session) throw new Error('There is no session to take for a model.');

    await using shops = new AsyncDisposableStack();
    const made: { count: number; shop: Shop }[] = [];
    let bytesPerOrder: number | undefined;
    for (const count of counts) {
      const shop = shops.use(await openShop('postgres'));
      await shop.start({ WORKER: 'none' });
      const skipped = await shop.inspect(async (query): Promise<Skipped | undefined> => {
        const before = await databaseBytes(query);
        const room = await roomOnDisk(query);
        const needed = bytesPerOrder && bytesPerOrder * count;
        if (needed) say(`${numbered(count)} will take ${gigabytes(needed)}`);
        if (needed && room !== undefined && room < needed * ROOM) {
          const lacking = `${gigabytes(needed * ROOM)} on disk are needed, ${gigabytes(room)} are free`;
          return { what: `lookup and webhook at ${numbered(count)}`, skipped: lacking };
        }
        await fillOrders(query, 0, count, say);
        const bytes = (await databaseBytes(query)) - before;
        bytesPerOrder = bytes / count;
        say(`${numbered(count)} take ${gigabytes(bytes)}`);
        return undefined;
      });
      if (skipped) yield skipped;
      else made.push({ count, shop });
    }

    const keys = new Map<Shop, string>();
    for (const { shop } of made) keys.set(shop, await shop.staffKey('bench'));
    const largest = counts.at(-1);
    for (const { what, title, target, loadOf } of lookups(session)) {
      const loads = made.map(({ count, shop }): [string, Omit<Load, 'seconds'>] => [
        numbered(count),
        { urls: [shop.url], ...loadOf(count, keys.get(shop) ?? '') },
      ]);
      const loaded = await inTurn(Object.fromEntries(loads), rounds, say);
      const [smallest, ...others] = made.flatMap(({ count }) => {
        const seen = loaded[numbered(count)];
        return seen ? [{ count, seen }] : [];
      });
      for (const { count, seen } of others) {
        if (!smallest) continue;
        yield rowOf({
          what: `${what}, p99, among ${numbered(count)}, ${CONNECTIONS} connections`,
          title: `${title} among ${numbered(count)}, p99`,
          value: seen.p99Ms,
          unit: 'ms',
          baseline: { what: `among ${numbered(smallest.count)}`, value: smallest.seen.p99Ms },
          ...(count === largest && { target }),
          rounds: ratiosOf(seen, smallest.seen, 'p99Ms'),
          figures: {
            aSecond: Math.round(seen.aSecond),
            p50Ms: Number(seen.p50Ms.toFixed(2)),
            baselineASecond: Math.round(smallest.seen.aSecond),
            baselineP50Ms: Number(smallest.seen.p50Ms.toFixed(2)),
          },
        });
      }
    }
  },
});

const numbered = (count: number) => `${count.toLocaleString('en')} orders`;
