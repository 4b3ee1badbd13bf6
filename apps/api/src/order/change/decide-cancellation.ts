import type { OrderLineRow, OrderRow } from '../../database/schema/tables';
import { whyNotCancellable } from '../change-rules';
import type { ChangeRefusal, ChangeRules } from '../change-rules';
import type { OrderDecision } from '../order-decision';

/**
 * What follows when an order is cancelled: the one place that decides it, with the order's row locked. Pure.
 * The status stays `paid`: what becomes of the money is Stripe's to say.
 */
export function decideCancellation(
  order: OrderRow,
  lines: readonly OrderLineRow[],
  rules: ChangeRules,
  trigger: 'shopper_cancelled' | 'staff_cancelled',
): { refusal: ChangeRefusal } | { decision: OrderDecision } {
  const refusal = whyNotCancellable(order, lines, rules);
  if (refusal) return { refusal };
  return {
    decision: {
      status: order.status,
      changes: {
        cancelledAt: rules.now,
        cancelRefund: order.totalMinor > 0 ? 'due' : 'none',
      },
      triggers: [{ trigger, id: '' }],
      alerts: [],
    },
  };
}
