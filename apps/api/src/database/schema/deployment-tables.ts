import { sql } from 'drizzle-orm';
import { boolean, index, pgTable, text } from 'drizzle-orm/pg-core';
import { at } from './at';

/** Which deployment of the shop this database belongs to. One row, made by the first start; a backup keeps it. */
export const deployments = pgTable('deployment', {
  /** Always true: the key allows one row only. */
  isOnly: boolean('is_only').primaryKey().default(true),
  id: text('id').notNull(),
  createdAt: at('created_at').notNull(),
});

/**
 * Checkout Sessions, payments and objects about them that are not this deployment's. Later events about them cost no call
 * of Stripe. A paid session of this deployment's is here too once its order was missing.
 */
export const foreignPayments = pgTable(
  'foreign_payments',
  {
    /** Of a Checkout Session, a PaymentIntent, or an object that belongs to one, such as a refund. */
    stripeId: text('stripe_id').primaryKey(),
    /** The deployment that it names; null where another system made it. */
    deploymentId: text('deployment_id'),
    seenAt: at('seen_at').notNull(),
    /** When a person was alerted that this session is paid and has no order here. */
    alertedAt: at('alerted_at'),
  },
  (table) => [
    index('foreign_payments_alerted')
      .on(table.alertedAt)
      .where(sql`alerted_at is not null`),
  ],
);

export type ForeignPaymentRow = typeof foreignPayments.$inferSelect;
