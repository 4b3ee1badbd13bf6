import { sql } from 'drizzle-orm';
import { index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type { Channel, DeliveryOutcome, StepOutcome } from './order-values';
import { orders } from './tables';
import { at } from './at';

/** One row per step of an order's fulfilment: the unique key is what makes it once. */
export const fulfilments = pgTable(
  'fulfilments',
  {
    orderId: uuid('order_id')
      .notNull()
      .references(() => orders.id, { onDelete: 'cascade' }),
    step: text('step').notNull(),
    /** Null of a step that an older version has staged, until `order.fulfil` hands it over. */
    channel: text('channel').$type<Channel>(),
    /** Rises with each step of the order, in all channels together. */
    sequence: integer('sequence'),
    stagedAt: at('staged_at').notNull().defaultNow(),
    /** Since when it is to be told: staged, or asked for again. */
    dueAt: at('due_at'),
    /** Of a step that waits for its time, such as a reminder. Later steps do not wait for it. */
    notBefore: at('not_before'),
    /** Not before this time, after an attempt that failed. Later steps wait for it. */
    nextAttemptAt: at('next_attempt_at'),
    /** When it ended, whatever the outcome. */
    doneAt: at('done_at'),
    /** Null of a step that an older version has done: it was sent. */
    outcome: text('outcome').$type<StepOutcome>(),
    /** Why it was not sent. No personal data. */
    note: text('note'),
  },
  (table) => [
    primaryKey({ columns: [table.orderId, table.step] }),
    index('fulfilments_not_done')
      .on(table.stagedAt)
      .where(sql`done_at is null`),
    index('fulfilments_staff')
      .on(table.doneAt)
      .where(sql`channel = 'staff'`),
    index('fulfilments_undeliverable')
      .on(table.orderId)
      .where(sql`outcome = 'undeliverable'`),
    // The list of staff, newest first: all, of a channel, and what was not sent, which is rare.
    index('fulfilments_recent').on(table.stagedAt),
    index('fulfilments_channel').on(table.channel, table.stagedAt),
    index('fulfilments_not_sent')
      .on(table.outcome, table.stagedAt, table.channel)
      .where(sql`outcome in ('moot', 'undeliverable')`),
  ],
);

/** Every attempt to send a step. */
export const deliveries = pgTable(
  'deliveries',
  {
    orderId: uuid('order_id')
      .notNull()
      .references(() => orders.id, { onDelete: 'cascade' }),
    step: text('step').notNull(),
    attempt: integer('attempt').notNull(),
    at: at('at').notNull(),
    outcome: text('outcome').$type<DeliveryOutcome>().notNull(),
    /** What the other side answered, such as 550 or 503, or how the network failed. */
    code: text('code'),
  },
  (table) => [
    primaryKey({ columns: [table.orderId, table.step, table.attempt] }),
    index('deliveries_not_sent')
      .on(table.at)
      .where(sql`outcome <> 'sent'`),
  ],
);

export type FulfilmentRow = typeof fulfilments.$inferSelect;
export type DeliveryRow = typeof deliveries.$inferSelect;
