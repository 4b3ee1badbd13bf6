import { setTimeout as wait } from 'node:timers/promises';
import type { Query } from '@shop/shop-harness/database/shop-database';
import type { Shop } from '@shop/shop-harness/shop/shop';

const TIMEOUT_MS = 120_000;
const PAUSE_MS = 1000;

/** A job that the stop of the API cuts is noticed late, so the API gets time for the jobs before it is stopped. */
const EXCLUSIVE_PAUSE_MS = 5000;

/** What the database contains after products of which there is one were sold. */
export interface StockLeftBehind {
  /** Orders that were sold without a person's look at them. */
  sold: number;
  /** Those beyond the first of their product. */
  soldTwice: number;
  reviews: number;
  /** Orders under review of which something has gone out, but for news of a refund or of that review. */
  deliveredInReview: number;
  /** Products of which not as many are reserved as orders hold that have not ended unpaid. */
  stockOff: number;
  /** Sessions that were paid at Stripe, whose order is neither paid nor under review. */
  paidAndForgotten: number;
  /** Events about an order that no job has handled. */
  unhandled: number;
}

const LEFT_BEHIND = `
  with sold as (
    select l.stripe_product_id as product, count(*) as count
    from orders o join order_lines l on l.order_id = o.id
    where o.status = 'paid' and o.review_reason is null and l.holds_stock group by 1
  ), held as (
    select l.stripe_product_id as product, sum(l.quantity) as count
    from orders o join order_lines l on l.order_id = o.id
    where o.status not in ('expired', 'payment_failed', 'refused') and l.holds_stock group by 1
  )
  select
    (select coalesce(sum(count), 0) from sold)::int as "sold",
    (select coalesce(sum(count - 1), 0) from sold)::int as "soldTwice",
    (select count(*) from orders where status = 'needs_review')::int as "reviews",
    (select count(distinct o.id) from orders o join fulfilments f on f.order_id = o.id
      where o.status = 'needs_review' and f.step !~ '^(refund|under_review_mail)')::int as "deliveredInReview",
    (select count(*) from stock s left join held h on h.product = s.stripe_product_id
      where s.held <> coalesce(h.count, 0))::int as "stockOff",
    (select count(*) from unnest($1::text[]) paid where not exists (
      select from orders o where o.stripe_session_id = paid
        and o.status in ('paid', 'needs_review')))::int as "paidAndForgotten",
    (select count(*) from webhook_events
      where handled_at is null and subject_id is not null)::int as "unhandled"`;

/** Waits until every event is handled, or until the timeout. The embedded database is read while the API is stopped. */
export async function stockLeftBehind(shop: Shop, paid: string[]): Promise<StockLeftBehind> {
  const end = performance.now() + TIMEOUT_MS;
  for (;;) {
    await wait(shop.database.exclusive ? EXCLUSIVE_PAUSE_MS : PAUSE_MS);
    const left = await shop.inspect((query) => read(query, paid));
    const isSettled = left.unhandled === 0 && left.paidAndForgotten === 0;
    if (isSettled || performance.now() > end) return left;
    if (shop.database.exclusive) await shop.start();
  }
}

async function read(query: Query, paid: string[]): Promise<StockLeftBehind> {
  const [left] = await query<StockLeftBehind>(LEFT_BEHIND, [paid]);
  if (!left) throw new Error('The query of what is left behind returns one row.');
  return left;
}
