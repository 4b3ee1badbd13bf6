import type {
  OrderLineRow,
  OrderRefund,
  OrderRow,
  Subscription,
} from '../../../../database/schema/tables';
import type { Shipment } from '../../../facts/shop-status';
import type { MailKind } from '../messages/mail-kind';

export interface ExampleOrder {
  order: OrderRow;
  lines: OrderLineRow[];
  refund?: OrderRefund;
  parcel?: Shipment;
}

const MUG = { name: 'Stoneware mug', quantity: 2, unitAmountMinor: 1800, recurring: null };
const POSTER = { name: 'Poster', quantity: 1, unitAmountMinor: 2400, recurring: null };
const COFFEE = {
  name: 'Coffee, freshly roasted',
  quantity: 1,
  unitAmountMinor: 1850,
  recurring: { interval: 'month', intervalCount: 1 },
} as const;

const paid = {
  number: 'R7K3-M9QX',
  status: 'paid',
  sessionState: 'confirmed',
  currency: 'usd',
  locale: 'en',
  language: null,
  customerName: 'Jenny Rosen',
  email: 'jenny@example.com',
  subtotalMinor: 6000,
  discountMinor: 600,
  shippingMinor: 500,
  taxMinor: 472,
  taxIncludedMinor: 0,
  totalMinor: 6372,
  refundedMinor: 0,
  refunds: [],
  presentment: null,
  createdAt: new Date('2026-01-05T10:00:00Z'),
  paidAt: new Date('2026-01-05T10:01:00Z'),
  paidLater: false,
  paymentMethod: { type: 'card', brand: 'visa', last4: '4242' },
  paymentAction: null,
  dispute: null,
  cancelledAt: null,
  subscription: null,
  shippingAddress: {
    name: 'Jenny Rosen',
    line1: '510 Townsend Street',
    line2: null,
    postalCode: '94103',
    city: 'San Francisco',
    state: 'CA',
    country: 'US',
  },
} as unknown as OrderRow;

const unpaid = { status: 'processing', paidAt: null, customerName: 'Jenny Rosen' } as const;
const by = (type: string, last4: string | null = null) => ({
  paymentMethod: { type, brand: null, last4 },
});

const voucher = {
  ...unpaid,
  ...by('oxxo'),
  sessionState: 'awaiting_voucher',
  paymentAction: {
    type: 'voucher',
    url: 'https://payments.stripe.com/oxxo/voucher/example',
    number: '12345678901234657890123456789012',
    amountMinor: 6372,
    expiresAt: '2026-01-09T05:59:59.000Z',
  },
} as const;

function refunded(status: OrderRefund['status'], amountMinor: number) {
  const refund: OrderRefund = {
    id: 're_example',
    amountMinor,
    status,
    presentment: null,
    createdAt: '2026-01-06T10:00:00.000Z',
  };
  const refundedMinor = status === 'succeeded' ? amountMinor : 0;
  return { refund, changes: { refunds: [refund], refundedMinor } };
}

const PARCEL = {
  id: '5d0f4c1e-6f0c-4a53-9b1e-2f6f6c1d7a10',
  status: 'shipped',
  carrier: 'DHL',
  trackingNumber: '00340434161094042557',
  trackingUrl: 'https://www.dhl.com/track/example',
  estimatedOn: '2026-01-08',
  shippedAt: new Date('2026-01-06T09:30:00Z'),
  deliveredAt: null,
  lines: [{ position: 0, quantity: 2 }],
} as unknown as Shipment;

interface Example {
  changes?: Partial<OrderRow>;
  lines?: readonly object[];
  refund?: OrderRefund;
  parcel?: Shipment;
}

const subscribed = (subscription: Partial<Subscription>): Example => ({
  changes: {
    mode: 'subscription',
    subscription: {
      status: 'active',
      stripeCustomerId: 'cus_example',
      currentPeriodEnd: '2026-02-05T10:01:00.000Z',
      cancelAt: null,
      endedAt: null,
      ...subscription,
    },
    subtotalMinor: 4250,
    discountMinor: 0,
    shippingMinor: 0,
    taxMinor: 0,
    totalMinor: 4250,
  },
  lines: [COFFEE, POSTER],
});

/** An order for each kind of e-mail. */
const EXAMPLES: Record<MailKind, Example> = {
  orderReceived: {
    changes: { ...unpaid, ...by('sepa_debit', '3000'), sessionState: 'processing' },
  },
  orderReceivedVoucher: { changes: voucher },
  orderReceivedBankTransfer: {
    changes: {
      ...unpaid,
      ...by('customer_balance'),
      sessionState: 'awaiting_bank_transfer',
      paymentAction: {
        type: 'bank_transfer',
        url: 'https://payments.stripe.com/bank_transfers/example',
        reference: 'GJ5DVWQ7F2XK',
        amountRemainingMinor: 4372,
        currency: 'usd',
      },
    },
  },
  voucherReminder: { changes: voucher },
  confirmed: {},
  nothingToPay: {
    changes: { sessionState: 'nothing_to_pay', discountMinor: 6500, taxMinor: 0, totalMinor: 0 },
  },
  paymentReceived: { changes: { ...by('sepa_debit', '3000'), paidLater: true } },
  subscriptionStarted: subscribed({}),
  paymentFailed: {
    changes: {
      ...unpaid,
      ...by('sepa_debit', '3000'),
      status: 'payment_failed',
      sessionState: 'payment_failed',
    },
  },
  orderCancelled: { changes: { ...unpaid, status: 'refused', sessionState: 'payment_refused' } },
  cancelledByShopper: {
    changes: { cancelledAt: new Date('2026-01-05T10:09:00Z'), cancelRefund: 'due' },
  },
  cancelledByShop: {
    changes: { cancelledAt: new Date('2026-01-05T10:09:00Z'), cancelRefund: 'due' },
  },
  addressCorrected: { changes: { addressVersion: 1 } },
  underReview: { changes: { ...unpaid, status: 'needs_review' } },
  shipped: { parcel: PARCEL },
  refundPending: refunded('pending', 6372),
  refundRequiresAction: refunded('requires_action', 6372),
  refund: refunded('succeeded', 6372),
  refundPartial: refunded('succeeded', 1800),
  refundFailed: refunded('failed', 6372),
  refundCanceled: {},
  disputeLost: {
    changes: { dispute: { id: 'dp_example', status: 'lost', amountMinor: 6372, dueBy: null } },
  },
  withdrawalNotice: {},
  renewalFailed: subscribed({ status: 'past_due' }),
  subscriptionEnded: subscribed({ status: 'canceled', endedAt: '2026-01-05T10:00:00.000Z' }),
};

/** @param more how the order differs from the example */
export function exampleOrder(kind: MailKind, more: Partial<OrderRow> = {}): ExampleOrder {
  const { changes, lines = [MUG, POSTER], refund, parcel } = EXAMPLES[kind];
  return {
    order: { ...paid, ...changes, ...more },
    lines: lines.map((line, position) => ({ position, ...line }) as OrderLineRow),
    ...(refund && { refund }),
    ...(parcel && { parcel }),
  };
}
