import type { Query } from '@shop/shop-harness/database/shop-database';
import type { Shop } from '@shop/shop-harness/shop/shop';

/** What a restored database has. */
export interface Restored {
  /** Paid orders that were made again from their sessions. */
  rebuilt: number;
  rebuiltUnpaid: number;
  /** What is taken of counted products, without what unpaid orders hold. */
  stockTaken: number;
}

const READ = `
  select
    (select count(*) from orders where rebuilt_at is not null and status = 'paid')::int as "rebuilt",
    (select count(*) from orders where rebuilt_at is not null and status <> 'paid')::int as "rebuiltUnpaid",
    ((select coalesce(sum(held), 0) from stock)
      - (select coalesce(sum(l.quantity), 0) from orders o join order_lines l on l.order_id = o.id
        where o.status = 'pending' and l.holds_stock))::int as "stockTaken"`;

export async function readRestored(query: Query): Promise<Restored> {
  const [row] = await query<Restored>(READ);
  if (!row) throw new Error('The query of a restored database returns one row.');
  return row;
}

/** How many rebuilt orders the command line lists. On the embedded database the API is stopped, and stays stopped. */
export async function listRestored(shop: Shop): Promise<number> {
  const { code, out, error } = await shop.orders('restored', 'list', '--json');
  if (code !== 0) throw new Error(`restored list: ${error}`);
  const { orders } = JSON.parse(out) as { orders: { rebuiltAt: string | null }[] };
  return orders.filter(({ rebuiltAt }) => rebuiltAt !== null).length;
}
