import type { Query } from '@shop/shop-harness/database/shop-database';
import type { Shop } from '@shop/shop-harness/shop/shop';
import { until } from '@shop/shop-harness/until';

/** What the database contains when shoppers and warehouse have raced for paid orders. */
interface Rows {
  cancelled: number;
  shipped: number;
  /** Orders that were cancelled, and of which something is in a parcel. */
  shippedAndCancelled: number;
  parcelsTwice: number;
  /** Cancelled orders whose refund is owed or was refused. */
  refundsOwed: number;
  /** How far the count of what is reserved is from what the orders hold that are not cancelled. */
  stockOff: number;
  withdrawalRecordsTwice: number;
  acknowledgementsUnsent: number;
  acknowledgementsSentTwice: number;
  /** Steps, and events about an order, that no job has handled. */
  undone: number;
}

const ROWS = `
  with parcels as (
    select s.order_id, l.position, sum(l.quantity) as quantity
    from shipments s join shipment_lines l on l.shipment_id = s.id group by 1, 2
  ), sent as (
    select reference, count(*) as count from withdrawal_deliveries where outcome = 'sent' group by 1
  ), held as (
    select l.stripe_product_id as product, sum(l.quantity) as count
    from orders o join order_lines l on l.order_id = o.id
    where l.holds_stock and o.cancelled_at is null group by 1
  )
  select
    (select count(*) from orders where cancelled_at is not null)::int as "cancelled",
    (select count(distinct order_id) from shipments)::int as "shipped",
    (select count(*) from orders o where o.cancelled_at is not null
      and (o.shipped_status is not null
        or exists (select from shipments s where s.order_id = o.id)))::int as "shippedAndCancelled",
    (select count(*) from parcels p join order_lines l
      on l.order_id = p.order_id and l.position = p.position
      where p.quantity > l.quantity)::int as "parcelsTwice",
    (select count(*) from orders where cancel_refund in ('due', 'refused'))::int as "refundsOwed",
    (select coalesce(sum(abs(s.held - $1 - coalesce(h.count, 0))), 0) from stock s
      left join held h on h.product = s.stripe_product_id)::int as "stockOff",
    (select count(*) from (select order_number from withdrawals
      group by 1 having count(*) > 1) w)::int as "withdrawalRecordsTwice",
    (select count(*) from withdrawals w left join sent s on s.reference = w.reference
      where s.reference is null)::int as "acknowledgementsUnsent",
    (select count(*) from sent where count > 1)::int as "acknowledgementsSentTwice",
    ((select count(*) from fulfilments where done_at is null)
      + (select count(*) from webhook_events
         where handled_at is null and subject_id is not null))::int as "undone"`;

/** Added to what is reserved, so that nothing that is given back twice hides behind the zero. */
const SPARE = 1_000_000;

/** Call it before the races, after the last checkout. */
export async function spareStock(shop: Shop): Promise<void> {
  await shop.inspect((query) => query(`update stock set held = held + ${SPARE}`));
}

/** What Stripe has given back, against what the orders were paid with. */
interface Money {
  /** Payments of which more than their amount, or more than one refund of ours, went back. */
  refundedTwice: number;
  /** Orders that were cancelled, and of whose money not all went back. */
  cancelledNotRefunded: number;
  /** Orders that say another sum than Stripe. */
  untold: number;
}

async function moneyOf({ stripe, inspect }: BoundShop): Promise<Money> {
  const backs = new Map<string, { minor: number; ours: number }>();
  for await (const refund of stripe.refunds.list({ limit: 100 })) {
    const { payment_intent: of } = refund;
    const payment = typeof of === 'string' ? of : (of?.id ?? '');
    const { minor, ours } = backs.get(payment) ?? { minor: 0, ours: 0 };
    const isOurs = refund.metadata?.['order_id'] ? 1 : 0;
    backs.set(payment, { minor: minor + refund.amount, ours: ours + isOurs });
  }
  const orders = await inspect((query) =>
    query<{ payment: string; total: number; told: number; cancelled: boolean }>(
      `select stripe_payment_intent_id as payment, total_minor::int as total,
         refunded_minor::int as told, cancelled_at is not null as cancelled from orders`,
    ),
  );
  const money: Money = { refundedTwice: 0, cancelledNotRefunded: 0, untold: 0 };
  for (const { payment, total, told, cancelled } of orders) {
    const { minor, ours } = backs.get(payment) ?? { minor: 0, ours: 0 };
    if (minor > total || ours > 1) money.refundedTwice += 1;
    if (cancelled && minor !== total) money.cancelledNotRefunded += 1;
    if (told !== minor) money.untold += 1;
  }
  return money;
}

interface BoundShop {
  stripe: Shop['stripe'];
  inspect: <T>(work: (query: Query) => Promise<T>) => Promise<T>;
}

/** Waits until nothing is left to do, or until the timeout. What Stripe could not deliver, it delivers again. */
export async function afterPaymentLeft(shop: Shop, timeoutMs: number): Promise<Rows & Money> {
  const inspect: BoundShop['inspect'] = (work) => shop.inspect(work);
  return until(
    async () => {
      await shop.sandbox.call('POST', 'retry-now', {});
      const [rows] = await inspect((query) => query<Rows>(ROWS, [SPARE]));
      if (!rows) throw new Error('The query of what is left returns one row.');
      return { ...rows, ...(await moneyOf({ stripe: shop.stripe, inspect })) };
    },
    ({ undone, refundsOwed, acknowledgementsUnsent, cancelledNotRefunded, untold }) =>
      undone + refundsOwed + acknowledgementsUnsent + cancelledNotRefunded + untold === 0,
    { timeoutMs, everyMs: 500 },
  );
}
