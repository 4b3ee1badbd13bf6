export type OrderStatus =
  'pending' | 'processing' | 'payment_failed' | 'expired' | 'paid' | 'needs_review' | 'refused';

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
