import type { Confirmation, ConfirmationState, OrderCancellation } from '@shop/contract';

const MINUTE_MS = 60_000;

/** An order that its shopper can still change, or could. @param minutes until it ends; negative: since then */
function changeable(order: Confirmation, minutes: number): Confirmation {
  if (order.view === 'masked') return { ...order, shopStatus: 'preparing' };
  const until = new Date(Date.now() + minutes * MINUTE_MS).toISOString();
  return {
    ...order,
    shopStatus: order.state === 'processing' ? null : 'preparing',
    cancellableUntil: order.state === 'processing' ? null : until,
    addressCorrectableUntil: until,
  };
}

function corrected(order: Confirmation): Confirmation {
  const before = mailedAbout('address_corrected', changeable(order, 20));
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

/** The last e-mail was about this. */
const mailedAbout = (about: string, order: Confirmation): Confirmation =>
  order.view === 'full' && order.mail ? { ...order, mail: { ...order.mail, about } } : order;

/** An order that its shopper has cancelled. No refund has been told of before one is made. */
const cancelled = (order: Confirmation, refund: OrderCancellation['refund']): Confirmation => ({
  ...(refund === 'started' ? order : mailedAbout('shopper_cancelled', order)),
  shopStatus: 'cancelled',
  withdrawableUntil: null,
  final: refund !== 'due',
  cancellation: { at: '2026-11-23T14:10:00.000Z', refund },
});

/** Orders that can be changed, could be, or were. */
export const changeVariants = {
  cancellable: {
    states: ['confirmed', 'nothing_to_pay', 'partially_refunded', 'processing'],
    change: (order: Confirmation) => changeable(order, 20),
  },
  'too-late-to-cancel': {
    states: ['confirmed', 'nothing_to_pay', 'partially_refunded'],
    change: (order: Confirmation) => changeable(order, -20),
  },
  'address-corrected': { states: ['confirmed', 'processing'], change: corrected },
  cancelled: {
    states: [
      'confirmed',
      'expired',
      'refund_pending',
      'refund_requires_action',
      'refunded',
      'disputed',
    ],
    change: (order: Confirmation) =>
      cancelled(
        order.state === 'confirmed' ? { ...order, state: 'refund_pending' } : order,
        order.state === 'confirmed' ? 'due' : order.state === 'expired' ? 'none' : 'started',
      ),
  },
  'cancelled-not-refunded': {
    states: ['refund_failed'],
    change: (order: Confirmation) => cancelled({ ...order, refunds: [] }, 'refused'),
  },
} as const satisfies Record<
  string,
  { states: readonly ConfirmationState[]; change: (order: Confirmation) => Confirmation }
>;
