import type { Query } from '@shop/shop-harness/database/shop-database';

/** Makes the database refuse every change of an order with this SQLSTATE, as it refuses a value that it cannot store. */
export async function refuseOrders(
  query: Query,
  orders: readonly { number: string; sqlState: string }[],
): Promise<void> {
  await query('create table drill_refused (number text primary key, sql_state text not null)');
  for (const { number, sqlState } of orders) {
    await query('insert into drill_refused values ($1, $2)', [number, sqlState]);
  }
  await query(`create function drill_refuse() returns trigger language plpgsql as $$
    declare refused text;
    begin
      select sql_state into refused from drill_refused where number = new.number;
      if refused is not null and new.version <> old.version then
        raise exception 'drill: refused' using errcode = refused;
      end if;
      return new;
    end $$`);
  await query(`create trigger drill_refuse before update on orders
    for each row execute function drill_refuse()`);
}

export async function acceptOrders(query: Query): Promise<void> {
  await query('drop trigger drill_refuse on orders');
}

/** How often jobs that have failed for good were tried again, the most of them. */
export async function mostRetries(query: Query): Promise<number> {
  const [row] = await query<{ most: number }>(
    `select coalesce(max(retry_count), 0)::int as most from pgboss.job
      where name = 'webhook.event' and state = 'failed'`,
  );
  return row?.most ?? 0;
}

/** Dead letters about these events that wait for a person. A sweep may list further events of the same orders. */
export async function deadLettersOf(query: Query, eventIds: string[]): Promise<number> {
  const [row] = await query<{ count: number }>(
    `select count(*)::int as count from pgboss.job where name = 'webhook.event.dead' and state < 'active' and data ->> 'stripeEventId' = any($1)`,
    [eventIds],
  );
  return row?.count ?? 0;
}
