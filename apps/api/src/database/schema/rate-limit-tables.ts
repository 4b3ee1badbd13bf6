import { index, pgTable, text } from 'drizzle-orm/pg-core';
import { at } from './at';

/** When what is limited was done last, by a hash of who did it: see rate-limit/. Kept as long as a window reaches. */
export const rateLimits = pgTable(
  'rate_limits',
  {
    key: text('key').primaryKey(),
    hits: at('hits').array().notNull(),
    expiresAt: at('expires_at').notNull(),
  },
  (table) => [index('rate_limits_expires').on(table.expiresAt)],
);
