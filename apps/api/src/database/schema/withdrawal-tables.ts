import { sql } from 'drizzle-orm';
import { boolean, index, integer, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import type { DeliveryOutcome } from './order-values';

/** Whole seconds: what is not kept cannot be changed unseen. */
const second = (name: string) =>
  timestamp(name, { withTimezone: true, mode: 'date', precision: 0 });

/**
 * Every withdrawal that was declared, as it was declared. Rows are only added: each holds a hash over itself and the row
 * before it, so that a change is found. When its person is erased, the words go and the hashes stay. It may name an order that does not exist, so nothing refers to orders.
 */
export const withdrawals = pgTable(
  'withdrawals',
  {
    /** 1, 2, 3 … without a gap. */
    sequence: integer('sequence').primaryKey(),
    reference: text('reference').notNull().unique(),
    receivedAt: second('received_at').notNull(),
    /** As its sender has written it, in capitals; emptied with the words where it cannot be the number of an order. */
    orderNumber: text('order_number').notNull(),
    name: text('name').notNull(),
    /** Where the acknowledgement goes. */
    email: text('email').notNull(),
    /** Which items, in the sender's words; null: the whole order. */
    items: text('items'),
    reason: text('reason'),
    /** Language of the acknowledgement. */
    locale: text('locale').notNull(),
    /** Of what was declared: the same declaration is recorded once. */
    contentHash: text('content_hash').notNull().unique(),
    /** Of the words as they were declared, letter by letter. */
    declaredHash: text('declared_hash').notNull(),
    previousHash: text('previous_hash').notNull(),
    hash: text('hash').notNull(),
    /** When name, address, items and reason were emptied. */
    erasedAt: timestamp('erased_at', { withTimezone: true, mode: 'date' }),
    /**
     * No parts of the record: what waits for a person is found by them. True once an order was found by the number, and once
     * the acknowledgement was sent. Null says nothing: an older version does not write them.
     */
    orderKnown: boolean('order_known'),
    acknowledged: boolean('acknowledged'),
    /** True once its acknowledgement was counted for its mailbox: a further try is not counted again. */
    counted: boolean('counted'),
  },
  (table) => [
    index('withdrawals_order_number').on(table.orderNumber),
    index('withdrawals_order_not_known')
      .on(table.sequence)
      .where(sql`${table.orderKnown} is null`),
    index('withdrawals_not_acknowledged')
      .on(table.sequence)
      .where(sql`${table.acknowledged} is null and ${table.erasedAt} is null`),
  ],
);

/** Every attempt to send an acknowledgement. Its row comes later than the record, so it is no part of it. */
export const withdrawalDeliveries = pgTable(
  'withdrawal_deliveries',
  {
    reference: text('reference').notNull(),
    attempt: integer('attempt').notNull(),
    at: timestamp('at', { withTimezone: true, mode: 'date' }).notNull(),
    outcome: text('outcome').$type<DeliveryOutcome>().notNull(),
    code: text('code'),
  },
  (table) => [primaryKey({ columns: [table.reference, table.attempt] })],
);

/** The record. */
export type WithdrawalRow = Omit<
  typeof withdrawals.$inferSelect,
  'orderKnown' | 'acknowledged' | 'counted'
>;
export type WithdrawalDeliveryRow = typeof withdrawalDeliveries.$inferSelect;
