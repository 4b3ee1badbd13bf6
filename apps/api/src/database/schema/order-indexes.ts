import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { index } from 'drizzle-orm/pg-core';
import type { AnyPgColumn, ExtraConfigColumn } from 'drizzle-orm/pg-core';

/**
 * The words of a name and an e-mail address, for a search by their beginnings. An index is made of it, so a query says it
 * in the same way.
 */
export const wordsOf = (name: AnyPgColumn | SQL, email: AnyPgColumn | SQL) =>
  sql`to_tsvector('simple'::regconfig, translate(lower(coalesce(${name}, '') || ' ' || coalesce(${email}, '')), '@._+-/:()&,', '           '))`;

type Indexed =
  | 'browserHash'
  | 'cancelledAt'
  | 'createdAt'
  | 'currency'
  | 'customerName'
  | 'email'
  | 'id'
  | 'paidAt'
  | 'refundedMinor'
  | 'status'
  | 'stripeAccountId'
  | 'stripePaymentIntentId'
  | 'stripeSubscriptionId'
  | 'totalMinor';

/** By what orders are found. */
export const orderIndexes = (table: Record<Indexed, ExtraConfigColumn>) => [
  index('orders_payment_intent').on(table.stripePaymentIntentId),
  index('orders_account').on(table.stripeAccountId),
  index('orders_subscription').on(table.stripeSubscriptionId),
  index('orders_email').on(sql`lower(${table.email})`),
  index('orders_payable')
    .on(table.browserHash)
    .where(sql`status = 'pending'`),
  index('orders_awaiting')
    .on(table.browserHash)
    .where(sql`status = 'processing'`),
  index('orders_watched')
    .on(table.createdAt)
    .where(sql`watched`),
  index('orders_unpaid')
    .on(table.createdAt)
    .where(sql`status = 'expired' and stripe_payment_intent_id is null`),
  index('orders_refund_due')
    .on(table.cancelledAt)
    .where(sql`cancel_refund = 'due'`),
  index('orders_in_review')
    .on(table.createdAt)
    .where(sql`review_reason is not null and review_resolved_at is null`),
  // The lists of staff: newest first, by a key that no other order has.
  index('orders_recent').on(table.createdAt, table.id),
  index('orders_status').on(table.status, table.createdAt, table.id),
  index('orders_disputed')
    .on(table.createdAt, table.id)
    .where(sql`dispute is not null`),
  index('orders_sync_failed')
    .on(table.createdAt, table.id)
    .where(sql`sync_failure is not null`),
  index('orders_telling_held')
    .on(table.createdAt, table.id)
    .where(sql`telling_held_at is not null`),
  // Orders whose money waits for a person: see staff/order-lists.
  index('orders_unclear')
    .on(table.createdAt, table.id)
    .where(sql`session_state in ('payment_review', 'checking')`),
  index('orders_fraud_warned')
    .on(table.createdAt, table.id)
    .where(sql`fraud_warned_at is not null`),
  index('orders_refund_refused')
    .on(table.createdAt, table.id)
    .where(sql`cancel_refund = 'refused'`),
  index('orders_refund_failed')
    .on(table.createdAt, table.id)
    .where(sql`refunds @> '[{"status": "failed"}]'`),
  // By when they were paid; figures of staff are read from this index alone.
  index('orders_money')
    .on(table.paidAt, table.currency, table.totalMinor, table.refundedMinor)
    .where(sql`paid_at is not null`),
  index('orders_words').using('gin', wordsOf(table.customerName, table.email)),
];
