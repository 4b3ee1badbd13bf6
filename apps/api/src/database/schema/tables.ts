import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';

const at = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });
const amount = (name: string) => bigint(name, { mode: 'number' });

export type OrderStatus =
  'pending' | 'processing' | 'payment_failed' | 'expired' | 'paid' | 'needs_review' | 'refused';

/** What the Checkout Session said when it was last read; see `describeSession`. */
export type SessionState =
  | 'open'
  | 'processing'
  | 'awaiting_voucher'
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

/** How often a line is paid for again. */
export interface Recurring {
  interval: 'day' | 'week' | 'month' | 'year';
  intervalCount: number;
}

/** An order: written before Stripe is called, moved by `sync` alone. */
export const orders = pgTable(
  'orders',
  {
    id: uuid('id').primaryKey(),
    number: text('number').notNull().unique(),
    status: text('status').$type<OrderStatus>().notNull(),
    reviewReason: text('review_reason'),
    /** When a person decided; a review without it is open. */
    reviewResolvedAt: at('review_resolved_at'),
    /** Raised by every change: a session read before the last change is too old to be applied. */
    version: integer('version').notNull().default(0),

    /** The browser's key for this cart attempt, and what it asked for, to tell a retry from a reuse. */
    idempotencyKey: uuid('idempotency_key').notNull().unique(),
    requestHash: text('request_hash').notNull(),
    /** sha256 of the browser's cookie: who may see the full confirmation. */
    browserHash: text('browser_hash').notNull(),

    /** The key the session is created under, so that a retry after a crash gets the same session. */
    stripeIdempotencyKey: text('stripe_idempotency_key').notNull(),
    stripeSessionId: text('stripe_session_id').unique(),
    /** The session that this one was recovered from: its link still shows the order. */
    stripeExpiredSessionId: text('stripe_expired_session_id').unique(),
    stripePaymentIntentId: text('stripe_payment_intent_id'),
    stripeAccountId: text('stripe_account_id'),
    livemode: boolean('livemode').notNull(),
    /** Of its session: a cart with something that renews is a subscription. */
    mode: text('mode').$type<'payment' | 'subscription'>().notNull().default('payment'),
    sessionState: text('session_state').$type<SessionState>().notNull().default('open'),
    sessionUrl: text('session_url'),
    recoveryUrl: text('recovery_url'),
    voucherUrl: text('voucher_url'),

    currency: text('currency').notNull(),
    subtotalMinor: amount('subtotal_minor').notNull(),
    discountMinor: amount('discount_minor').notNull().default(0),
    shippingMinor: amount('shipping_minor').notNull().default(0),
    taxMinor: amount('tax_minor').notNull().default(0),
    totalMinor: amount('total_minor').notNull(),
    refundedMinor: amount('refunded_minor').notNull().default(0),
    presentment: jsonb('presentment').$type<Presentment>(),

    customerName: text('customer_name'),
    email: text('email'),
    locale: text('locale'),
    paymentMethod: jsonb('payment_method').$type<PaymentMethod>(),
    receiptUrl: text('receipt_url'),
    shippingAddress: jsonb('shipping_address').$type<ShippingAddress>(),

    createdAt: at('created_at').notNull().defaultNow(),
    /** When the session was last read for a waiting page: at most one read in two seconds. */
    checkedAt: at('checked_at'),
    paidAt: at('paid_at'),
    /** Whether the payment came in after the shopper had left: a bank debit or a voucher. */
    paidLater: boolean('paid_later').notNull().default(false),
    disputedAt: at('disputed_at'),
    firstViewedAt: at('first_viewed_at'),
  },
  (table) => [
    index('orders_payment_intent').on(table.stripePaymentIntentId),
    index('orders_account').on(table.stripeAccountId),
    index('orders_email').on(sql`lower(${table.email})`),
    index('orders_payable')
      .on(table.browserHash)
      .where(sql`status = 'pending'`),
    index('orders_unfinished')
      .on(table.createdAt)
      .where(sql`status in ('pending', 'processing')`),
    index('orders_in_review')
      .on(table.createdAt)
      .where(sql`review_reason is not null and review_resolved_at is null`),
  ],
);

/** What was bought, frozen when the order was written. */
export const orderLines = pgTable(
  'order_lines',
  {
    orderId: uuid('order_id')
      .notNull()
      .references(() => orders.id, { onDelete: 'cascade' }),
    position: smallint('position').notNull(),
    stripePriceId: text('stripe_price_id').notNull(),
    stripeProductId: text('stripe_product_id').notNull(),
    /** Whether the line's quantity is counted in the product's stock. */
    holdsStock: boolean('holds_stock').notNull().default(false),
    name: text('name').notNull(),
    imageUrl: text('image_url'),
    quantity: integer('quantity').notNull(),
    unitAmountMinor: amount('unit_amount_minor').notNull(),
    recurring: jsonb('recurring').$type<Recurring>(),
  },
  (table) => [primaryKey({ columns: [table.orderId, table.position] })],
);

/** How much of a product is reserved, by open checkouts and by paid orders. How much there is, the product says. */
export const stock = pgTable('stock', {
  stripeProductId: text('stripe_product_id').primaryKey(),
  reserved: integer('held').notNull().default(0),
});

/** Every move of an order and which path made it: for the person on call. */
export const orderTransitions = pgTable(
  'order_transitions',
  {
    id: bigint('id', { mode: 'number' }).generatedAlwaysAsIdentity().primaryKey(),
    orderId: uuid('order_id')
      .notNull()
      .references(() => orders.id, { onDelete: 'cascade' }),
    fromStatus: text('from_status').$type<OrderStatus>().notNull(),
    toStatus: text('to_status').$type<OrderStatus>().notNull(),
    cause: text('cause').notNull(),
    at: at('at').notNull().defaultNow(),
  },
  (table) => [index('order_transitions_order').on(table.orderId)],
);

/** One row per step of an order's fulfilment: the unique key is what makes it once. */
export const fulfilments = pgTable(
  'fulfilments',
  {
    orderId: uuid('order_id')
      .notNull()
      .references(() => orders.id, { onDelete: 'cascade' }),
    step: text('step').notNull(),
    stagedAt: at('staged_at').notNull().defaultNow(),
    doneAt: at('done_at'),
  },
  (table) => [primaryKey({ columns: [table.orderId, table.step] })],
);

/** Browsers that have named the order's e-mail address and see it in full for a while. */
export const confirmationGrants = pgTable(
  'confirmation_grants',
  {
    orderId: uuid('order_id')
      .notNull()
      .references(() => orders.id, { onDelete: 'cascade' }),
    browserHash: text('browser_hash').notNull(),
    expiresAt: at('expires_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.orderId, table.browserHash] })],
);

/** When what is limited was done last, by a hash of who did it: see rate-limit/. Kept as long as a window reaches. */
export const rateLimits = pgTable(
  'rate_limits',
  {
    key: text('key').primaryKey(),
    hits: at('hits').array().notNull(),
    expiresAt: at('expires_at').notNull(),
  },
  (table) => [index('rate_limits_expires').on(table.expiresAt)],
);

/** Every event Stripe delivered, once. A hint, not a truth: payloads are not kept, the session is read again. */
export const webhookEvents = pgTable(
  'webhook_events',
  {
    id: text('id').primaryKey(),
    type: text('type').notNull(),
    objectId: text('object_id'),
    /** The session, payment or account it is about; null for types that move no order. */
    subjectId: text('subject_id'),
    apiVersion: text('api_version'),
    livemode: boolean('livemode').notNull(),
    receivedAt: at('received_at').notNull().defaultNow(),
    handledAt: at('handled_at'),
    outcome: text('outcome'),
  },
  (table) => [index('webhook_events_subject').on(table.subjectId)],
);

export type OrderRow = typeof orders.$inferSelect;
export type NewOrderRow = typeof orders.$inferInsert;
export type OrderLineRow = typeof orderLines.$inferSelect;
export type WebhookEventRow = typeof webhookEvents.$inferSelect;
export type OrderTransitionRow = typeof orderTransitions.$inferSelect;
export type FulfilmentRow = typeof fulfilments.$inferSelect;
