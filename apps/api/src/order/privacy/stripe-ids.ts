import type { OrderRow } from '../../database/schema/tables';

/** Every id of Stripe that an event about an order can name. */
export const stripeIdsOf = (order: OrderRow): string[] =>
  [
    order.stripeSessionId,
    order.stripeExpiredSessionId,
    order.stripePaymentIntentId,
    order.stripeAccountId,
    order.stripeSubscriptionId,
    order.dispute?.id ?? null,
    ...order.refunds.map(({ id }) => id),
  ].filter((id) => id !== null);
