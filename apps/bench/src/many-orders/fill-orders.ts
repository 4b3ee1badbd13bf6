import type { Query } from '@shop/shop-harness/database/shop-database';
import { PAID_OF_100 } from './generated-order';

/** Orders in one statement: small enough to report progress and to keep transactions short. */
const BATCH = 100_000;

const ORDERS = `
  insert into orders (
    id, number, status, version, idempotency_key, request_hash, browser_hash, stripe_idempotency_key,
    stripe_session_id, stripe_payment_intent_id, livemode, session_state, session_url, currency, subtotal_minor,
    total_minor, customer_name, email, locale, payment_method, receipt_url, created_at, checked_at, paid_at,
    first_viewed_at)
  select
    md5('order ' || i)::uuid,
    overlay(lpad(((i::bigint * 97764413) % 99999989)::text, 8, '0') placing '-' from 5 for 0),
    status, 2, md5('key ' || i)::uuid, encode(sha256(convert_to('request ' || i, 'UTF8')), 'hex'),
    encode(sha256(convert_to(lpad(i::text, 43, '0'), 'UTF8')), 'hex'), md5('order ' || i)::uuid::text,
    'cs_test_a1' || md5('session ' || i) || left(md5('more ' || i), 24),
    case when status = 'paid' then 'pi_3' || left(md5('payment ' || i), 23) end,
    false,
    case status when 'paid' then 'confirmed' when 'pending' then 'open' else status end,
    'http://localhost:4242/c/pay/cs_test_a1' || md5('session ' || i) || left(md5('more ' || i), 24),
    'usd', 2400 + i % 50 * 100, 2400 + i % 50 * 100,
    case when status = 'paid' then 'Jenny Rosen' end,
    case when status = 'paid' then 'shopper-' || i || '@bench.example' end,
    'en',
    case when status = 'paid' then '{"type":"card","brand":"visa","last4":"4242"}'::jsonb end,
    case when status = 'paid' then 'http://localhost:4242/receipts/' || md5('receipt ' || i) end,
    created, now(), case when status = 'paid' then created + interval '2 minutes' end,
    case when status = 'paid' then created + interval '3 minutes' end
  from (
    select i, now() - (i % 525600) * interval '1 minute' as created,
      case when i % 100 < ${PAID_OF_100} then 'paid' when i % 100 = 99 then 'pending' else 'expired' end as status
    from generate_series($1::int, $2::int) as i) as made`;

const LINES = `
  insert into order_lines (
    order_id, position, stripe_price_id, stripe_product_id, name, image_url, quantity, unit_amount_minor)
  select md5('order ' || i)::uuid, position, 'price_1' || left(md5('price ' || i % 6), 23),
    'prod_' || left(md5('product ' || i % 6), 14), 'Stoneware mug', '/products/mug.svg', 1 + i % 3, 2400
  from generate_series($1::int, $2::int) as i, generate_series(0, i % 2) as position`;

const TRANSITIONS = `
  insert into order_transitions (order_id, from_status, to_status, cause)
  select md5('order ' || i)::uuid, 'pending', 'paid', 'webhook evt_' || left(md5('event 0 ' || i), 24)
  from generate_series($1::int, $2::int) as i where i % 100 < ${PAID_OF_100}`;

const FULFILMENTS = `
  insert into fulfilments (order_id, step, staged_at, done_at)
  select md5('order ' || i)::uuid, step, now(), now()
  from generate_series($1::int, $2::int) as i, unnest(array['confirmation_mail', 'merchant_notification']) as step
  where i % 100 < ${PAID_OF_100}`;

/** Two events for each order: one about its payment, and one that changes no order. */
const EVENTS = `
  insert into webhook_events (
    id, type, object_id, subject_id, api_version, livemode, received_at, handled_at, outcome)
  select 'evt_' || left(md5('event ' || kind || ' ' || i), 24),
    case kind when 0 then 'checkout.session.completed' else 'charge.succeeded' end,
    case kind when 0 then session else 'ch_3' || left(md5('charge ' || i), 23) end,
    case kind when 0 then session end, '2026-10-28.endive', false, now(),
    case kind when 0 then now() end, case kind when 0 then 'synced' end
  from (
    select i, kind, 'cs_test_a1' || md5('session ' || i) || left(md5('more ' || i), 24) as session
    from generate_series($1::int, $2::int) as i, generate_series(0, 1) as kind) as made`;

/** Adds generated orders to the tables, from index `from` to below `to`, and updates the statistics. */
export async function fillOrders(
  query: Query,
  from: number,
  to: number,
  say: (progress: string) => void,
): Promise<void> {
  for (let first = from; first < to; first += BATCH) {
    const last = Math.min(first + BATCH, to) - 1;
    for (const statement of [ORDERS, LINES, TRANSITIONS, FULFILMENTS, EVENTS]) {
      await query(statement, [first, last]);
    }
    say(`${(last + 1).toLocaleString('en')} orders`);
  }
  await query('vacuum analyze');
  // A checkpoint now, so that none comes during the measurement. Not every database user may request it.
  await query('checkpoint').catch(() => undefined);
}

/** The size of the database, in bytes. */
export async function databaseBytes(query: Query): Promise<number> {
  const [row] = await query<{ bytes: number }>(
    'select pg_database_size(current_database())::float8 as bytes',
  );
  return row?.bytes ?? 0;
}
