import { pgTable, text } from 'drizzle-orm/pg-core';
import { at } from './at';

/** How far each list of Stripe's has been read, so that the next sweep continues there. */
export const reconciliation = pgTable('reconciliation', {
  name: text('name').primaryKey(),
  /** Everything that Stripe created before this time has been read. */
  reachedAt: at('reached_at').notNull(),
  /** When somebody was last told about what this list shows. */
  alertedAt: at('alerted_at'),
});
