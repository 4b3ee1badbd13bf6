import type { Confirmation, ConfirmationState } from '@shop/contract';
import { changeVariants } from './with-changes';
import { withParcels } from './with-parcels';
import { withSubscription } from './with-subscription';

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

/** The states whose example has had an e-mail. */
const MAILED: readonly ConfirmationState[] = [
  ...CHARGED.filter((state) => state !== 'payment_review' && state !== 'under_review'),
  'nothing_to_pay',
  'payment_failed',
];

const DELAYED: readonly ConfirmationState[] = [...CHARGED, 'processing', 'payment_failed'];
const MINUTE_MS = 60_000;

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
        customerName: `Wolfeschlegelsteinhausenbergerdorff-${'Z\u0341'.repeat(9)}${'\u0341'.repeat(999)} \u202Eمحمد`,
        email: `${'jenny.rosen'.repeat(5)}@${'example'.repeat(20)}.com`,
        shippingAddress: order.shippingAddress && {
          ...order.shippingAddress,
          line1: `${'Donaudampfschiff'.repeat(300)}\u202E`,
          line2: `${'Z\u0341\u0341\u0341\u0341\u0341\u0341'.repeat(40)}`,
        },
      }),
    }),
  },
  subscription: {
    change: withSubscription,
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
  'business-order': {
    change: (order) => ({
      ...order,
      ...(order.view === 'full' && {
        businessName: `Rosen & Töchter ${'Handelsgesellschaft'.repeat(6)} mbH`,
        taxIds: [{ type: 'eu_vat', value: 'DE123456789' }],
        customFields: [
          { label: 'PO number', text: `PO-2026-${'118'.repeat(60)}` },
          { label: 'Gift note', text: 'Alles Gute! 🎁' },
          { label: 'Wrapping paper', text: 'Red' },
        ],
        shippingRate: {
          name: 'Courier',
          amountMinor: 1500,
          deliveryDays: { minimum: 1, maximum: 2 },
        },
        invoice: {
          number: 'ABCDEFGH-0001',
          url: 'https://invoice.stripe.com/i/acct_1/test_abc',
          pdfUrl: 'https://pay.stripe.com/invoice/acct_1/test_abc/pdf',
        },
      }),
    }),
  },
  shipped: {
    states: ['confirmed', 'nothing_to_pay', 'partially_refunded', 'refunded'],
    change: (order) => withParcels(order, 'shipped', ['shipped']),
  },
  'many-parcels': {
    states: ['confirmed', 'nothing_to_pay', 'partially_refunded', 'refunded', 'disputed'],
    change: (order) =>
      withParcels(order, 'partly_shipped', ['delivered', 'delayed', 'lost', 'returned']),
  },
  delivered: {
    states: ['confirmed', 'nothing_to_pay', 'partially_refunded', 'refunded'],
    change: (order) => withParcels(order, 'delivered', ['delivered']),
  },
  ...changeVariants,
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
  'just-ordered': {
    change: (order) => {
      const at = new Date(Date.now() - 5 * MINUTE_MS).toISOString();
      const correctableUntil = new Date(Date.now() + 55 * MINUTE_MS).toISOString();
      return {
        ...order,
        createdAt: at,
        paidAt: order.paidAt && at,
        refunds: order.refunds.map((refund) => ({ ...refund, createdAt: at })),
        ...(order.view === 'full' && {
          mail: order.mail && { ...order.mail, sentAt: at },
          resend: order.resend && { correctableUntil },
        }),
      };
    },
  },
  'sending-mail': { states: MAILED, change: withMail('pending', 5) },
  'mail-came-back': { states: MAILED, change: withMail('undeliverable', 5) },
  'mail-came-back-late': { states: MAILED, change: withMail('undeliverable', -5) },
  'by-bank-debit': { states: CHARGED, change: paidBy('sepa_debit', '3000') },
  'by-voucher': { states: DELAYED, change: paidBy('oxxo', null) },
  'by-bank-transfer': { states: DELAYED, change: paidBy('customer_balance', null) },
  'overdue-voucher': {
    states: ['awaiting_voucher'],
    change: (order) =>
      order.view === 'full' && order.state === 'awaiting_voucher' && order.voucher
        ? { ...order, voucher: { ...order.voucher, expiresAt: order.createdAt } }
        : order,
  },
  'in-japan': {
    change: (order) => ({
      ...order,
      ...(order.view === 'full' && {
        customerName: '佐藤 花子',
        shippingAddress: {
          name: '佐藤 花子',
          line1: '神宮前1-5-8',
          line2: '神宮前タワー 12階',
          postalCode: '150-0001',
          city: '渋谷区',
          state: '東京都',
          country: 'JP',
          lines: ['〒150-0001', '東京都', '渋谷区神宮前1-5-8', '神宮前タワー 12階', '佐藤 花子 様'],
          countryFirst: true,
        },
      }),
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

/** @param minutes until the address can no longer be corrected; negative: since then */
function withMail(status: 'pending' | 'undeliverable', minutes: number) {
  return (order: Confirmation): Confirmation => {
    if (order.view !== 'full' || !order.mail) return order;
    const until = new Date(Date.now() + minutes * MINUTE_MS).toISOString();
    return {
      ...order,
      mail: { ...order.mail, status, sentAt: null },
      resend: { correctableUntil: minutes > 0 ? until : null },
    };
  };
}

function paidBy(type: string, last4: string | null) {
  return (order: Confirmation): Confirmation =>
    order.view === 'full' ? { ...order, paymentMethod: { type, brand: null, last4 } } : order;
}
