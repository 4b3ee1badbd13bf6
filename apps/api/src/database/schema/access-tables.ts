import { index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { orders } from './tables';
import { at } from './at';

/** Browsers that have named the order's e-mail address and see it in full for a while. */
export const confirmationGrants = pgTable(
  'confirmation_grants',
  {
    orderId: uuid('order_id')
      .notNull()
      .references(() => orders.id, { onDelete: 'cascade' }),
    browserHash: text('browser_hash').notNull(),
    /** Null: by a version that did not record it. */
    grantedAt: at('granted_at'),
    expiresAt: at('expires_at').notNull(),
    /** `address`: by whoever knows or reads the order's e-mail address. Null: by the checkout. */
    givenBy: text('given_by').$type<'address'>(),
  },
  (table) => [
    primaryKey({ columns: [table.orderId, table.browserHash] }),
    index('confirmation_grants_expires').on(table.expiresAt),
  ],
);
