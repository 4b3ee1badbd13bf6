import type { OrderRow } from '../../database/schema/tables';
import { isGoingBack } from './cancellation-view';
import { disputeStanding } from './dispute-standing';

/**
 * Whether a warning of fraud is still to be acted upon. It is over once it has come true, however that dispute ended, or
 * once all of the money goes back.
 */
export const isFraudWarned = (order: OrderRow): boolean =>
  order.fraudWarnedAt !== null &&
  (!order.dispute || disputeStanding(order.dispute) === 'inquiry') &&
  !isGoingBack(order);
