import { bigint, index, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { StaffRole } from './order-values';

const at = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** Keys of the shop's own systems, such as the warehouse's. The key itself is shown once and kept nowhere. */
export const apiKeys = pgTable('api_keys', {
  id: uuid('id').primaryKey(),
  /** Of the system that has it, for people. */
  name: text('name').notNull(),
  /** The part of the key that is no secret: it finds the row. */
  prefix: text('prefix').notNull().unique(),
  /** sha256 of the whole key, as hex. The key is random, so no slower hash is needed. */
  keyHash: text('key_hash').notNull(),
  role: text('role').$type<StaffRole>().notNull(),
  createdAt: at('created_at').notNull(),
  revokedAt: at('revoked_at'),
});

/** Every call of the staff's API, and every such command: who, what, about which order, when, and with which result. */
export const staffActions = pgTable(
  'staff_actions',
  {
    id: bigint('id', { mode: 'number' }).generatedAlwaysAsIdentity().primaryKey(),
    at: at('at').notNull(),
    /** Null: on the command line. */
    apiKeyId: uuid('api_key_id'),
    /** The name of the key at that time, or `command line`. */
    who: text('who').notNull(),
    /** Such as `createShipment`. */
    action: text('action').notNull(),
    /** As it was asked for; null where it named none. */
    orderNumber: text('order_number'),
    /** The HTTP status; null while it has not ended, or when the process died. */
    status: integer('status'),
    /** The problem's code, where it was refused. */
    code: text('code'),
  },
  (table) => [
    index('staff_actions_at').on(table.at),
    index('staff_actions_order').on(table.orderNumber),
  ],
);

export type ApiKeyRow = typeof apiKeys.$inferSelect;
export type StaffActionRow = typeof staffActions.$inferSelect;
