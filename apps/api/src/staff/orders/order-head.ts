import type { StaffOrders } from '@shop/contract';
import type { OrderRow } from '../../database/schema/tables';
import { confirmationState } from '../../order/facts/confirmation-state';
import { isReviewOpen } from '../../order/facts/is-review-open';

/** An order in a line. @param isNamed whether the reader may see whose it is */
export const orderHead = (order: OrderRow, isNamed: boolean): StaffOrders['orders'][number] => ({
  number: order.number,
  createdAt: order.createdAt.toISOString(),
  status: order.status,
  state: confirmationState(order),
  currency: order.currency,
  totalMinor: order.totalMinor,
  refundedMinor: order.refundedMinor,
  reviewOpen: isReviewOpen(order),
  name: isNamed ? order.customerName : null,
  email: isNamed ? order.email : null,
});
