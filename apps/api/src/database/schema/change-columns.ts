import { integer, text } from 'drizzle-orm/pg-core';
import type { CancelRefund } from './order-values';
import { at } from './at';

/** The columns of an order that its shopper can change after the payment. */
export const changeColumns = () => ({
  /** How often its shopper has corrected that address: once it was, Stripe's does not replace it. */
  addressVersion: integer('address_version').notNull().default(0),
  addressCorrectedAt: at('address_corrected_at'),
  /** When its shopper cancelled it: from then on nothing is sent, and its stock is free. Never unset. */
  cancelledAt: at('cancelled_at'),
  /** What has become of the money of a cancelled order; null of any other. */
  cancelRefund: text('cancel_refund').$type<CancelRefund>(),
  /** How often Stripe has refused that refund: the next try is another request to Stripe. */
  cancelRefusals: integer('cancel_refusals').notNull().default(0),
});
