import { pgTable, text, timestamp } from 'drizzle-orm/pg-core';

/** Keys that the product makes for itself, once. A backup keeps them. */
export const secrets = pgTable('secrets', {
  name: text('name').primaryKey(),
  /** Random bytes, in base64url. */
  value: text('value').notNull(),
  createdAt: timestamp('created_at', { withTimezone: true, mode: 'date' }).notNull(),
});
