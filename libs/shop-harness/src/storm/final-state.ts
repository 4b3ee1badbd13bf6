import { setTimeout as wait } from 'node:timers/promises';
import type { ShopDatabase, Query } from '../database/shop-database';
import { until } from '../until';
import { EVENTS_PER_ORDER } from './paid-session-events';
import type { Shop } from '../shop/shop';

const LONGEST_PAUSE_MS = 16_000;

/** What the database says in the end. */
export interface FinalState {
  /** Orders that are paid and whose every step of fulfilment is done. */
  fulfilled: number;
  /** Orders that became paid more than once, or got a step twice. */
  fulfilledTwice: number;
  /** Events that move an order and that nobody has acted upon. */
  unhandled: number;
}

/** What a storm of every event of so many paid orders must leave behind. */
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

/** Reads the finalState; on the embedded database the API is stopped for it, and stays stopped. */
export const readFinalState = (shop: Shop): Promise<FinalState> => shop.inspect(finalStateIn);

/**
 * Waits until so many orders are fulfilled and no event waits, or until the time is over, then reads the finalState. The
 * embedded database is looked into between two starts of the API, so first the mails are awaited.
 */
export async function settle(shop: Shop, orders: number, timeoutMs: number): Promise<FinalState> {
  const end = performance.now() + timeoutMs;
  if (!shop.database.exclusive) return settleIn(shop.database, orders, timeoutMs);
  await shop.mailbox.reached(orders, timeoutMs);
  // A job whose process died is noticed by its missing heartbeat: longer looks let the API come so far.
  for (let pauseMs = 2000; ; pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS)) {
    const finalState = await readFinalState(shop);
    if (isSettled(finalState, orders) || performance.now() > end) return finalState;
    await shop.start();
    await wait(pauseMs);
  }
}

/** The same on a database that can be read at any time. */
export const settleIn = (
  database: ShopDatabase,
  orders: number,
  timeoutMs: number,
): Promise<FinalState> =>
  database.read((query) =>
    until(
      () => finalStateIn(query),
      (finalState) => isSettled(finalState, orders),
      { timeoutMs, everyMs: 200 },
    ),
  );

const isSettled = ({ fulfilled, unhandled }: FinalState, orders: number): boolean =>
  fulfilled >= orders && unhandled === 0;

/** Ids of acknowledged events that are not in the database. */
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

/** How many addresses got more than one mail. */
export const mailedTwice = (shop: Shop): number =>
  [...shop.mailbox.received.values()].filter((count) => count > 1).length;

async function finalStateIn(query: Query): Promise<FinalState> {
  const [finalState] = await query<FinalState>(FINAL_STATE);
  if (!finalState) throw new Error('The finalState query gives one row.');
  return finalState;
}
