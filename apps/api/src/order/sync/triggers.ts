import type { OrderRow } from '../../database/schema/tables';
import type { OrderDecision } from '../order-decision';

/** What has become true between two versions of an order. Each has the same id however often it is found. */
export function triggersOf(before: OrderRow, after: OrderRow): OrderDecision['triggers'] {
  const triggers: OrderDecision['triggers'] = [];
  if (after.releasedAt && !before.releasedAt) triggers.push({ trigger: 'order_confirmed', id: '' });
  if (after.status === 'payment_failed' && before.status !== 'payment_failed')
    triggers.push({ trigger: 'payment_failed', id: '' });
  for (const { id, status } of after.refunds) {
    const known = before.refunds.find((refund) => refund.id === id);
    if (known?.status !== status) triggers.push({ trigger: `refund_${status}`, id });
  }
  return triggers;
}
