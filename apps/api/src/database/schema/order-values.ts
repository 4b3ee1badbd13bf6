export const orderStatuses = [
  'pending',
  'processing',
  'payment_failed',
  'expired',
  'paid',
  'needs_review',
  'refused',
] as const;
export type OrderStatus = (typeof orderStatuses)[number];

/** Where an order comes from; see `order/adoption`. */
export type OrderOrigin = 'checkout' | 'adopted';

/** What the Checkout Session said when it was last read; see `describeSession`. */
export type SessionState =
  | 'open'
  | 'processing'
  | 'awaiting_voucher'
  | 'awaiting_bank_transfer'
  | 'awaiting_microdeposits'
  | 'payment_review'
  | 'payment_refused'
  | 'confirmed'
  | 'nothing_to_pay'
  | 'payment_failed'
  | 'expired'
  | 'checking';

export interface PaymentMethod {
  type: string;
  brand: string | null;
  last4: string | null;
}

export interface ShippingAddress {
  name: string | null;
  line1: string | null;
  line2: string | null;
  postalCode: string | null;
  city: string | null;
  state: string | null;
  country: string | null;
}

export interface Presentment {
  amountMinor: number;
  currency: string;
}

/** What the shopper has to do before the money can come. Times are ISO 8601; amounts are in minor units. */
export type PaymentAction =
  | {
      type: 'voucher';
      url: string | null;
      number: string | null;
      amountMinor: number;
      expiresAt: string | null;
    }
  | {
      type: 'bank_transfer';
      url: string | null;
      reference: string | null;
      amountRemainingMinor: number;
      currency: string;
    }
  | { type: 'microdeposits'; url: string; arrivalDate: string };

/** A refund that was not canceled (https://docs.stripe.com/api/refunds/object). */
export interface OrderRefund {
  id: string;
  /** In minor units of the order's currency. */
  amountMinor: number;
  status: 'pending' | 'requires_action' | 'succeeded' | 'failed';
  presentment: Presentment | null;
  /** ISO 8601. */
  createdAt: string;
}

/**
 * The refund of an order that its shopper has cancelled. `none`: nothing was paid. `due`: Stripe has not confirmed it.
 * `started`: see the refunds. `refused`: Stripe does not make it, a person has been told.
 */
export type CancelRefund = 'none' | 'due' | 'started' | 'refused';

/** The dispute that matters most (https://docs.stripe.com/api/disputes/object). An inquiry is one too. */
export interface OrderDispute {
  id: string;
  /** Stripe's own; see `disputeStanding`. */
  status: string;
  amountMinor: number;
  /** ISO 8601: until when evidence can be given. */
  dueBy: string | null;
}

/** How often a line is paid for again. */
export interface Recurring {
  interval: 'day' | 'week' | 'month' | 'year';
  intervalCount: number;
}

/** A subscription as Stripe has it (https://docs.stripe.com/api/subscriptions/object). Times are ISO 8601. */
export interface Subscription {
  /** Stripe's own. */
  status: string;
  stripeCustomerId: string | null;
  /** When the first of its items is charged again, if it goes on. */
  currentPeriodEnd: string | null;
  /** When it ends, because somebody has said so. */
  cancelAt: string | null;
  endedAt: string | null;
  /**
   * What its items come to, a sum for each interval, before discounts and added tax. Unknown where their prices do not say
   * it, and where it was read by an older version: then it is what the order's lines come to.
   */
  renewals?: { amountMinor: number; recurring: Recurring }[];
}

/**
 * Whom a step tells: the shopper by e-mail, the merchant's own system, or the shop's staff by e-mail. Steps of one channel
 * run in order.
 */
export type Channel = 'mail' | 'merchant' | 'staff';

/**
 * How a step ended.
 * - `moot`: not sent, because it was no longer true or the shopper had been told already
 * - `undeliverable`: refused for good, or not taken for a day
 */
export type StepOutcome = 'sent' | 'moot' | 'undeliverable';

/** How one attempt ended; `failed` is tried again. */
export type DeliveryOutcome = 'sent' | 'failed' | 'refused';

/** A shipping rate of Stripe's page, by what the shop says about it. */
export interface ShippingRate {
  name: string;
  /** In minor units, without the tax that is added. */
  amountMinor: number;
  /** Business days until it arrives; null where the shop does not say. */
  deliveryDays: { minimum: number | null; maximum: number | null } | null;
}

/**
 * What Stripe's page offered beside the cart, frozen when the order was written: what is bought there may differ from the
 * cart by this much, and by nothing else.
 */
export interface CheckoutOffer {
  /** The largest quantity of each price of the cart; the smallest is 1. Null: the quantities are fixed. */
  quantities: Record<string, number> | null;
  /** Shipping is free by what the cart costs, so no quantity can be lowered. */
  isShippingEarned?: boolean;
  optionalItems: OptionalItem[];
  /** In the order in which Stripe's page has them. */
  shippingRates: ShippingRate[];
}

/** An article that can be added on Stripe's page, as its order line would say it. */
export interface OptionalItem {
  stripePriceId: string;
  stripeProductId: string;
  holdsStock: boolean;
  /** Of the product; offers of an older version do not say it. */
  shippable?: boolean | null;
  /** Not said by an older version. */
  withdrawalExempt?: boolean | undefined;
  /** As the order's line says them. */
  name: string;
  variant: string | null;
  lang: string | null;
  imageUrl: string | null;
  unitAmountMinor: number;
  recurring: Recurring | null;
  maximum: number;
}

/** What the shopper answered to a question of the shop on Stripe's page. */
export interface CustomFieldAnswer {
  key: string;
  /** In the language that the shopper was asked in. */
  label: string;
  /** Of a choice: the option's own value. */
  value: string;
  /** As the shopper reads it: of a choice, the option's label. */
  text: string;
}

/** https://docs.stripe.com/tax/checkout/tax-ids */
export interface TaxId {
  type: string;
  value: string | null;
}

/** The invoice that Stripe made; its links are Stripe's. */
export interface OrderInvoice {
  id: string;
  number: string | null;
  url: string | null;
  pdfUrl: string | null;
}

/**
 * What has become of a parcel. `lost`: the carrier does not find it. `returned`: it came back to the shop, delivered before
 * or not.
 */

export type ShipmentStatus = 'shipped' | 'delayed' | 'lost' | 'delivered' | 'returned';

/** How much of an order's goods is out: what its parcels have reached together. */
export type ShippedStatus = 'partly_shipped' | 'shipped' | 'delivered';

/** What a member of staff, or a system of the shop, may do. `viewer`: read. `operator`: act too. */
export const staffRoles = ['viewer', 'operator'] as const;
export type StaffRole = (typeof staffRoles)[number];
