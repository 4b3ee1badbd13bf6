import type { Confirmation, ConfirmationState } from '@shop/contract';

type Variant = {
  /** The states it can occur in; every state unless given. */
  states?: readonly ConfirmationState[];
  change: (order: Confirmation) => Confirmation;
};

const CHARGED: readonly ConfirmationState[] = [
  'confirmed',
  'payment_review',
  'under_review',
  'refund_pending',
  'refund_requires_action',
  'refund_failed',
  'partially_refunded',
  'refunded',
  'disputed',
  'dispute_lost',
];

/** Orders that are harder to lay out than the contract's examples. */
export const variants = {
  'twenty-lines': {
    change: (order) =>
      withItems(
        order,
        Array.from({ length: 20 }, (_, index) => {
          const item = order.items[index % order.items.length]!;
          const quantity = 1 + (index % 3);
          return { ...item, quantity, amountMinor: item.unitAmountMinor * quantity };
        }),
      ),
  },
  'long-name': {
    change: (order) => ({
      ...order,
      items: order.items.map((item) => ({
        ...item,
        name: `${item.name}, hand-thrown in Donaudampfschifffahrtsgesellschaftskapitänshausen`,
      })),
      ...(order.view === 'full' && {
        customerName: 'Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh \u202Eمحمد',
      }),
    }),
  },
  subscription: {
    change: (order) => ({
      ...order,
      items: order.items.map((item, index) =>
        index === 0 ? { ...item, recurring: { interval: 'month', intervalCount: 1 } } : item,
      ),
    }),
  },
  'no-picture': {
    change: (order) => ({
      ...order,
      items: order.items.map((item) => ({ ...item, imageUrl: null })),
    }),
  },
  'own-currency': {
    states: CHARGED,
    change: (order) => ({
      ...order,
      amounts: { ...order.amounts, presentment: inEuro(order.amounts.totalMinor) },
      refunds: order.refunds.map((refund) => ({
        ...refund,
        presentment: inEuro(refund.amountMinor),
      })),
    }),
  },
  'tax-included': {
    change: (order) => {
      const taxMinor = Math.round((order.amounts.totalMinor * 19) / 119);
      return { ...order, amounts: { ...order.amounts, taxMinor, taxIncludedMinor: taxMinor } };
    },
  },
  'refund-beside-dispute': {
    states: ['disputed', 'dispute_lost', 'under_review'],
    change: (order) => ({
      ...order,
      dispute: order.dispute ?? 'open',
      refunds: (['succeeded', 'pending', 'failed'] as const).map((status) => ({
        amountMinor: 500,
        status,
        presentment: null,
        createdAt: '2026-11-24T09:30:00.000Z',
      })),
      amounts: { ...order.amounts, refundedMinor: 500 },
    }),
  },
} as const satisfies Record<string, Variant>;

export type VariantName = keyof typeof variants;

export const variantNames = Object.keys(variants) as VariantName[];

/** Changes an order to its variant, if the order's state can have it. */
export function inVariant(order: Confirmation, name: VariantName | null): Confirmation {
  return name && hasVariant(order.state, name) ? variants[name].change(order) : order;
}

export function hasVariant(state: ConfirmationState, name: VariantName): boolean {
  const { states }: Variant = variants[name];
  return states?.includes(state) ?? true;
}

function withItems(order: Confirmation, items: Confirmation['items']): Confirmation {
  const subtotalMinor = items.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  const { discountMinor, shippingMinor, taxMinor, taxIncludedMinor } = order.amounts;
  const totalMinor = subtotalMinor - discountMinor + shippingMinor + taxMinor - taxIncludedMinor;
  return { ...order, items, amounts: { ...order.amounts, subtotalMinor, totalMinor } };
}

const inEuro = (amountMinor: number) => ({
  amountMinor: Math.round(amountMinor * 0.9),
  currency: 'eur',
});
