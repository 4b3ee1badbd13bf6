import { setTimeout as wait } from 'node:timers/promises';
import type { DrillDatabase, Query } from '../database/drill-database';
import { until } from '../until';
import { EVENTS_PER_ORDER } from './paid-session-events';
import type { Shop } from './shop';

const LONGEST_PAUSE_MS = 16_000;

/** What the database says in the end. */
export interface Ledger {
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

const LEDGER = `
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

/** Reads the ledger; on the embedded database the API is stopped for it, and stays stopped. */
export const readLedger = (shop: Shop): Promise<Ledger> => shop.inspect(ledgerIn);

/**
 * Waits until so many orders are fulfilled and no event waits, or until the time is over, then reads the ledger. The
 * embedded database is looked into between two starts of the API, so first the mails are awaited.
 */
export async function settle(shop: Shop, orders: number, timeoutMs: number): Promise<Ledger> {
  const end = performance.now() + timeoutMs;
  if (!shop.database.exclusive) return settleIn(shop.database, orders, timeoutMs);
  await shop.mailbox.reached(orders, timeoutMs);
  // A job whose process died is noticed by its missing heartbeat: longer looks let the API come so far.
  for (let pauseMs = 2000; ; pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS)) {
    const ledger = await readLedger(shop);
    if (isSettled(ledger, orders) || performance.now() > end) return ledger;
    await shop.start();
    await wait(pauseMs);
  }
}

/** The same on a database that can be read at any time. */
export const settleIn = (
  database: DrillDatabase,
  orders: number,
  timeoutMs: number,
): Promise<Ledger> =>
  database.read((query) =>
    until(
      () => ledgerIn(query),
      (ledger) => isSettled(ledger, orders),
      { timeoutMs, everyMs: 200 },
    ),
  );

const isSettled = ({ fulfilled, unhandled }: Ledger, orders: number): boolean =>
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

async function ledgerIn(query: Query): Promise<Ledger> {
  const [ledger] = await query<Ledger>(LEDGER);
  if (!ledger) throw new Error('The ledger query gives one row.');
  return ledger;
}
