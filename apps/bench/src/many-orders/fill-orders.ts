import type { Query } from '@shop/shop-harness/database/shop-database';
import { PAID_OF_100 } from './generated-order';

/** Orders in one statement: small enough to report progress and to keep transactions short. */
const BATCH = 100_000;

/** As `generated-order.ts` writes it. */
const NUMBER = `overlay(translate(lpad(((i::bigint * 97764413) % 99999989)::text, 8, '0'), '01', 'BC') placing '-' from 5 for 0)`;

/** When a generated order was placed, for statements on what came of it. */
const PLACED = `now() - (i % 525600) * interval '1 minute'`;
const PAID = `${PLACED} + interval '2 minutes'`;

const ORDERS = `
  insert into orders (
    id, number, status, version, idempotency_key, request_hash, browser_hash, stripe_idempotency_key,
    stripe_session_id, stripe_payment_intent_id, livemode, session_state, session_url, currency, subtotal_minor,
    total_minor, customer_name, email, locale, payment_method, receipt_url, created_at, checked_at, paid_at,
    first_viewed_at)
  select
    md5('order ' || i)::uuid,
    ${NUMBER},
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
    select i, ${PLACED} as created,
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
  insert into fulfilments (order_id, step, channel, sequence, staged_at, due_at, done_at, outcome)
  select md5('order ' || i)::uuid, step, channel, sequence, ${PAID}, ${PAID}, ${PAID} + interval '1 second', 'sent'
  from generate_series($1::int, $2::int) as i,
    (values ('confirmation_mail', 'mail', 1), ('merchant_notification', 'merchant', 2)) as steps (step, channel, sequence)
  where i % 100 < ${PAID_OF_100}`;

const DELIVERIES = `
  insert into deliveries (order_id, step, attempt, at, outcome, code)
  select md5('order ' || i)::uuid, step, 1, ${PAID} + interval '1 second', 'sent', code
  from generate_series($1::int, $2::int) as i,
    (values ('confirmation_mail', '250'), ('merchant_notification', '204')) as steps (step, code)
  where i % 100 < ${PAID_OF_100}`;

/** As the API makes it: of version 4, which its answers are held to. */
const PARCEL = `overlay(overlay(md5('parcel ' || i) placing '4' from 13 for 1) placing '8' from 17 for 1)::uuid`;

/** A parcel for every other paid order. */
const SHIPMENTS = `
  insert into shipments (
    id, order_id, idempotency_key, request_hash, status, carrier, tracking_number, shipped_at, delivered_at, created_at)
  select ${PARCEL}, md5('order ' || i)::uuid, 'parcel-1', md5('parcel ' || i),
    case when i % 20 = 0 then 'lost' else 'delivered' end, 'DHL', '00340434' || i, ${PAID} + interval '1 day',
    case when i % 20 <> 0 then ${PAID} + interval '3 days' end, ${PAID} + interval '1 day'
  from generate_series($1::int, $2::int) as i where i % 100 < ${PAID_OF_100} and i % 2 = 0`;

const SHIPMENT_LINES = `
  insert into shipment_lines (shipment_id, position, quantity)
  select ${PARCEL}, 0, 1
  from generate_series($1::int, $2::int) as i where i % 100 < ${PAID_OF_100} and i % 2 = 0`;

/** One for each hundred orders, acknowledged: the sweep would do that. Nobody verifies the chain of hashes here. */
const WITHDRAWALS = `
  insert into withdrawals (
    sequence, reference, received_at, order_number, name, email, locale, content_hash, declared_hash, previous_hash, hash,
    acknowledged)
  select i / 100 + 1, 'W-' || i, now(), ${NUMBER},
    'Jenny Rosen', 'shopper-' || i || '@bench.example', 'en', md5('content ' || i), md5('declared ' || i), '', md5('hash ' || i),
    true
  from generate_series($1::int, $2::int) as i where i % 100 = 0`;

/** Two events for each order: one about its payment, and one that changes no order. */
const EVENTS = `
  insert into webhook_events (
    id, type, object_id, subject_id, api_version, livemode, created_at, received_at, delivered_at, handled_at, outcome,
    fulfilled_after_s)
  select 'evt_' || left(md5('event ' || kind || ' ' || i), 24),
    case kind when 0 then 'checkout.session.completed' else 'charge.succeeded' end,
    case kind when 0 then session else 'ch_3' || left(md5('charge ' || i), 23) end,
    case kind when 0 then session end, '2026-10-28.endive', false, paid, paid + interval '1 second',
    paid + interval '1 second', case kind when 0 then paid + interval '2 seconds' end,
    case kind when 0 then 'synced' end, case kind when 0 then 2 + i % 10 end
  from (
    select i, kind, ${PAID} as paid,
      'cs_test_a1' || md5('session ' || i) || left(md5('more ' || i), 24) as session
    from generate_series($1::int, $2::int) as i, generate_series(0, 1) as kind) as made`;

const STATEMENTS = [
  ORDERS,
  LINES,
  TRANSITIONS,
  FULFILMENTS,
  DELIVERIES,
  SHIPMENTS,
  SHIPMENT_LINES,
  WITHDRAWALS,
  EVENTS,
];

/** Adds generated orders to the tables, from index `from` to below `to`, and updates the statistics. */
export async function fillOrders(
  query: Query,
  from: number,
  to: number,
  say: (progress: string) => void,
): Promise<void> {
  for (let first = from; first < to; first += BATCH) {
    const last = Math.min(first + BATCH, to) - 1;
    for (const statement of STATEMENTS) {
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
