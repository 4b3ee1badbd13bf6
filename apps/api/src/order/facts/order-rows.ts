import { asc, eq, or, sql } from 'drizzle-orm';
import { wholeRows } from '../../database/whole-rows';
import { orderLines, orders } from '../../database/schema/tables';

/** What several rooms of the order, and every reading and delivery, read of the tables. */

const id = sql.placeholder('id');
const sessionId = sql.placeholder('sessionId');
const paymentIntentId = sql.placeholder('paymentIntentId');

export const orderById = wholeRows('order_by_id', orders, (rows) => rows.where(eq(orders.id, id)));

/** The row stays locked until the transaction ends. */
export const lockedOrderById = wholeRows('locked_order_by_id', orders, (rows) =>
  rows.where(eq(orders.id, id)).for('update'),
);

/** By its session, or by the expired session that its session was recovered from. */
export const orderBySession = wholeRows('order_by_session', orders, (rows) =>
  rows.where(
    or(eq(orders.stripeSessionId, sessionId), eq(orders.stripeExpiredSessionId, sessionId)),
  ),
);

/** By its session or its id, which may be null; locked until the transaction ends. */
export const lockedOrderBySession = wholeRows('locked_order_by_session', orders, (rows) =>
  rows.where(or(eq(orders.stripeSessionId, sessionId), eq(orders.id, id))).for('update'),
);

export const orderByPayment = wholeRows('order_by_payment', orders, (rows) =>
  rows.where(eq(orders.stripePaymentIntentId, paymentIntentId)),
);

/** The order's lines, in their order. */
export const linesOfOrder = wholeRows('lines_of_order', orderLines, (rows) =>
  rows.where(eq(orderLines.orderId, id)).orderBy(asc(orderLines.position)),
);
