import { pgTable, text, timestamp } from 'drizzle-orm/pg-core';

/** Where a product's picture is, by the key that we gave it. Kept after the product: its orders show it. */
export const pictures = pgTable('pictures', {
  /** See `pictureKey`. */
  id: text('id').primaryKey(),
  sourceUrl: text('source_url').notNull(),
  createdAt: timestamp('created_at', { withTimezone: true, mode: 'date' }).notNull().defaultNow(),
});
