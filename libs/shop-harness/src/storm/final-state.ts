import { setTimeout as wait } from 'node:timers/promises';
import type { ShopDatabase, Query } from '../database/shop-database';
import { EVENTS_PER_ORDER } from './paid-session-events';
import type { Shop } from '../shop/shop';

const LONGEST_PAUSE_MS = 16_000;

/** What the database contains when a test is over. */
export interface FinalState {
  /** Paid orders whose steps of fulfilment are all done. */
  fulfilled: number;
  /** Orders that became paid more than once, or have a step of fulfilment twice. */
  fulfilledTwice: number;
  /** Events about an order that no job has handled. */
  unhandled: number;
}

/** The final state that is required after a storm of all events of this many paid orders. */
export const afterStorm = (orders: number) => ({
  acknowledged: orders * EVENTS_PER_ORDER,
  lost: 0,
  fulfilled: orders,
  fulfilledTwice: 0,
  unhandled: 0,
});

const FINAL_STATE = `
  select
    (select count(*) from orders o where o.status = 'paid'
      and exists (select from fulfilments f where f.order_id = o.id)
      and not exists (select from fulfilments f where f.order_id = o.id and f.done_at is null)
    )::int as "fulfilled",
    ((select count(*) from (select order_id from order_transitions where to_status = 'paid'
        group by order_id having count(*) > 1) t)
     + (select count(*) from (select order_id from fulfilments
        group by order_id, step having count(*) > 1) f))::int as "fulfilledTwice",
    (select count(*) from webhook_events
      where handled_at is null and subject_id is not null)::int as "unhandled"`;

/** Reads the final state. On the embedded database the API is stopped first, and stays stopped. */
export const readFinalState = (shop: Shop): Promise<FinalState> => shop.inspect(finalStateIn);

/**
 * Waits until this many orders are fulfilled and every event is handled, or until nothing has come closer to that for
 * `stillMs`: how long all of it takes is the machine's affair.
 * @returns the final state. The embedded database can only be read while the API is stopped, so the mails are awaited
 * first.
 */
export async function settle(shop: Shop, orders: number, stillMs: number): Promise<FinalState> {
  if (!shop.database.exclusive) return settleIn(shop.database, orders, stillMs);
  await shop.mailbox.reached(orders, stillMs);
  // The queue notices a job of a dead process by its missing heartbeat. Longer pauses give the API the time for that.
  let pauseMs = 1000;
  return untilSettled(
    orders,
    stillMs,
    () => readFinalState(shop),
    async () => {
      await shop.start();
      pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS);
      await wait(pauseMs);
    },
  );
}

/** The same on a database that can be read while the API runs. */
export const settleIn = (
  database: ShopDatabase,
  orders: number,
  stillMs: number,
): Promise<FinalState> =>
  database.read((query) =>
    untilSettled(
      orders,
      stillMs,
      () => finalStateIn(query),
      () => wait(200),
    ),
  );

async function untilSettled(
  orders: number,
  stillMs: number,
  read: () => Promise<FinalState>,
  pause: () => Promise<void>,
): Promise<FinalState> {
  let fewest = Infinity;
  let end = 0;
  for (;;) {
    const finalState = await read();
    const { fulfilled, unhandled } = finalState;
    const open = Math.max(0, orders - fulfilled) + unhandled;
    if (open === 0) return finalState;
    if (open < fewest) end = performance.now() + stillMs;
    fewest = Math.min(fewest, open);
    if (performance.now() > end) return finalState;
    await pause();
  }
}

/** Ids of the acknowledged events that the database does not contain. */
export async function lostEvents(
  shop: Pick<Shop, 'inspect'>,
  acknowledged: ReadonlySet<string>,
): Promise<string[]> {
  return shop.inspect(async (query) => {
    const rows = await query<{ id: string }>('select id from webhook_events');
    const stored = new Set(rows.map(({ id }) => id));
    return [...acknowledged].filter((id) => !stored.has(id));
  });
}

/** The number of addresses that got more than one mail. */
export const mailedTwice = (shop: Shop): number =>
  [...shop.mailbox.received.values()].filter((count) => count > 1).length;

async function finalStateIn(query: Query): Promise<FinalState> {
  const [finalState] = await query<FinalState>(FINAL_STATE);
  if (!finalState) throw new Error('The query of the final state returns one row.');
  return finalState;
}
