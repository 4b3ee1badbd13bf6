import type { Confirmation, OrderCancellation } from '@shop/contract';

const MINUTE_MS = 60_000;

/** An order that its shopper can still change, or could. @param minutes until it ends; negative: since then */
export function changeable(order: Confirmation, minutes: number): Confirmation {
  if (order.view === 'masked') return { ...order, shopStatus: 'preparing' };
  const until = new Date(Date.now() + minutes * MINUTE_MS).toISOString();
  return {
    ...order,
    shopStatus: order.state === 'processing' ? null : 'preparing',
    cancellableUntil: order.state === 'processing' ? null : until,
    addressCorrectableUntil: until,
  };
}

export function corrected(order: Confirmation): Confirmation {
  const before = changeable(order, 20);
  if (before.view === 'masked' || !before.shippingAddress) return before;
  return {
    ...before,
    addressCorrectedAt: '2026-11-23T14:05:00.000Z',
    shippingAddress: {
      ...before.shippingAddress,
      line1: '12 Corrected Road',
      lines: ['Jenny Rosen', '12 Corrected Road', 'South San Francisco, CA 94080'],
    },
  };
}

/** An order that its shopper has cancelled. */
export const cancelled = (
  order: Confirmation,
  refund: OrderCancellation['refund'],
): Confirmation => ({
  ...order,
  shopStatus: 'cancelled',
  withdrawableUntil: null,
  final: refund !== 'due',
  cancellation: { at: '2026-11-23T14:10:00.000Z', refund },
});
