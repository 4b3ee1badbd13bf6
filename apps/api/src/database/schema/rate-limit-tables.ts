import { index, pgTable, text, timestamp } from 'drizzle-orm/pg-core';

const at = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

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
