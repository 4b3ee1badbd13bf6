import type { Confirmation, ConfirmationState } from '@shop/contract';

const MONTHLY = { interval: 'month', intervalCount: 1 } as const;
const ENDED_UNPAID: readonly ConfirmationState[] = ['expired', 'payment_failed'];

/** The order as one whose first line renews every month. Nothing more is charged of one that ended without payment. */
export function withSubscription(order: Confirmation): Confirmation {
  const isEnded = ENDED_UNPAID.includes(order.state);
  const hasBegun = !isEnded && order.state !== 'open';
  const [first] = order.items;
  return {
    ...order,
    items: order.items.map((item) => (item === first ? { ...item, recurring: MONTHLY } : item)),
    subscription: {
      status: hasBegun ? 'active' : null,
      renewals: isEnded ? [] : [{ amountMinor: first?.amountMinor ?? 0, recurring: MONTHLY }],
      nextChargeAt: hasBegun ? '2026-12-23T18:04:12.000Z' : null,
      endsAt: null,
    },
  };
}
