import { integer, pgTable, text } from 'drizzle-orm/pg-core';

/** How much of a product is reserved, by open checkouts and by paid orders. How much there is, the product says. */
export const stock = pgTable('stock', {
  stripeProductId: text('stripe_product_id').primaryKey(),
  reserved: integer('held').notNull().default(0),
  /** What the product said when it was last read; null when it is not counted, or was not read yet. */
  limit: integer('stock_limit'),
});
