import type { OpenJob } from '../machine/job-store';
import type { PGlite } from '@electric-sql/pglite';

/** What the promises need of an order. Times are texts, amounts minor units. */
export interface OrderFacts {
  id: string;
  number: string;
  status: string;
  session: string | null;
  total: number;
  refunded: number;
  refunds: { id: string; status: string; amountMinor: number }[];
  dispute: { id: string; status: string } | null;
  isReleased: boolean;
  isCancelled: boolean;
  isAsked: boolean;
  version: number;
  lines: { product: string; quantity: number; counted: boolean; sent: number }[];
}

export interface StepFacts {
  order: string;
  step: string;
  channel: string | null;
  isDone: boolean;
  outcome: string | null;
  waits: boolean;
}

export interface Rows {
  jobs: OpenJob[];
  orders: OrderFacts[];
  steps: StepFacts[];
  stock: { product: string; held: number }[];
}

const QUERY = `select json_build_object(
  'orders', coalesce((select json_agg(json_build_object('id', id, 'number', number, 'status', status,
      'session', stripe_session_id, 'total', total_minor, 'refunded', refunded_minor, 'refunds', refunds,
      'dispute', dispute, 'isReleased', released_at is not null, 'isCancelled', cancelled_at is not null,
      'isAsked', review_reason is not null and review_resolved_at is null, 'version', version,
      'lines', (select json_agg(json_build_object('product', stripe_product_id, 'quantity', quantity,
          'counted', holds_stock, 'sent', (select coalesce(sum(sent.quantity), 0) from shipment_lines sent
            join shipments on shipments.id = sent.shipment_id and shipments.status <> 'cancelled'
            where shipments.order_id = orders.id and sent.position = line.position)) order by position)
        from order_lines line where order_id = orders.id)) order by created_at, id) from orders), '[]'),
  'steps', coalesce((select json_agg(json_build_object('order', order_id, 'step', step, 'channel', channel,
      'isDone', done_at is not null, 'outcome', outcome, 'waits', not_before is not null)
      order by order_id, sequence) from fulfilments), '[]'),
  'jobs', coalesce((select json_agg(json_build_object('id', id, 'name', name, 'data', data, 'key', singleton_key,
      'retryCount', retry_count, 'isActive', state = 'active', 'startMs', floor(extract(epoch from start_after) * 1000))
      order by place) from pgboss.job where state < 'completed' and name not like '%.dead'), '[]'),
  'stock', coalesce((select json_agg(json_build_object('product', stripe_product_id, 'held', held)
      order by stripe_product_id) from stock), '[]')) as rows`;

export const NOTHING: Rows = { orders: [], steps: [], jobs: [], stock: [] };

/** What the database has, in one statement that is nobody's. */
export async function readRows(client: PGlite): Promise<Rows> {
  const { rows } = await client.query<{ rows: Rows }>(QUERY);
  return rows[0]?.rows ?? NOTHING;
}
