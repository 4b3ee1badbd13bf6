import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uuid,
} from 'drizzle-orm/pg-core';
import { changeColumns } from './change-columns';
import { restoredColumns } from './restored-columns';
import { orderIndexes } from './order-indexes';
import type {
  CheckoutOffer,
  CustomFieldAnswer,
  OrderDispute,
  OrderInvoice,
  OrderOrigin,
  OrderRefund,
  OrderStatus,
  PaymentAction,
  PaymentMethod,
  Presentment,
  Recurring,
  SessionState,
  ShippedStatus,
  ShippingAddress,
  ShippingRate,
  Subscription,
  TaxId,
} from './order-values';
import { at } from './at';

export { wordsOf } from './order-indexes';
export type * from './order-values';

const amount = (name: string) => bigint(name, { mode: 'number' });

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
    stripeSubscriptionId: text('stripe_subscription_id'),
    /** What the subscription was when it was last read; null for what is bought once. */
    subscription: jsonb('subscription').$type<Subscription>(),
    livemode: boolean('livemode').notNull(),
    /** The deployment that placed it. Null for an old order: it is this one's. */
    deploymentId: text('deployment_id'),
    /** Whether a checkout placed it, or it was made from a paid session that no checkout here had created. */
    origin: text('origin').$type<OrderOrigin>().notNull().default('checkout'),
    /** Of its session: a cart with something that renews is a subscription. */
    mode: text('mode').$type<'payment' | 'subscription'>().notNull().default('payment'),
    sessionState: text('session_state').$type<SessionState>().notNull().default('open'),
    sessionUrl: text('session_url'),
    recoveryUrl: text('recovery_url'),
    voucherUrl: text('voucher_url'),
    paymentAction: jsonb('payment_action').$type<PaymentAction>(),
    currency: text('currency').notNull(),
    subtotalMinor: amount('subtotal_minor').notNull(),
    discountMinor: amount('discount_minor').notNull().default(0),
    shippingMinor: amount('shipping_minor').notNull().default(0),
    taxMinor: amount('tax_minor').notNull().default(0),
    /** The part of the tax that the prices include already. */
    taxIncludedMinor: amount('tax_included_minor').notNull().default(0),
    totalMinor: amount('total_minor').notNull(),
    /** Refunds that have succeeded. */
    refundedMinor: amount('refunded_minor').notNull().default(0),
    refunds: jsonb('refunds').$type<OrderRefund[]>().notNull().default([]),
    presentment: jsonb('presentment').$type<Presentment>(),
    customerName: text('customer_name'),
    email: text('email'),
    /** When the address was corrected, by its shopper or by staff: from then on Stripe's does not replace it. */
    emailCorrectedAt: at('email_corrected_at'),
    phone: text('phone'),
    /** The language that was asked of Stripe's page, or that Stripe chose. */
    locale: text('locale'),
    /** The language of our own pages and e-mails: the nearest that we have to what the shopper wants. */
    language: text('language'),
    paymentMethod: jsonb('payment_method').$type<PaymentMethod>(),
    receiptUrl: text('receipt_url'),
    shippingAddress: jsonb('shipping_address').$type<ShippingAddress>(),
    /** What Stripe's page offered beside the cart; null when nothing could be changed or added there. */
    offer: jsonb('offer').$type<CheckoutOffer>(),
    /** The shipping rate that the shopper chose. */
    shippingRate: jsonb('shipping_rate').$type<ShippingRate>(),
    customFields: jsonb('custom_fields').$type<CustomFieldAnswer[]>().notNull().default([]),
    taxIds: jsonb('tax_ids').$type<TaxId[]>().notNull().default([]),
    businessName: text('business_name'),
    /** Whether the shopper has agreed to the terms on Stripe's page. */
    termsAccepted: boolean('terms_accepted').notNull().default(false),
    invoice: jsonb('invoice').$type<OrderInvoice>(),
    /** What stands on the shopper's bank statement. */
    statementDescriptor: text('statement_descriptor'),
    createdAt: at('created_at').notNull().defaultNow(),
    /** When a reading of the session was last begun: at most one in two seconds. It may have failed. */
    checkedAt: at('checked_at'),
    /** When the session was last read. */
    readAt: at('read_at'),
    /** Code of the failure that no retry mends and that a person has been told of; the next reading that succeeds clears it. */
    syncFailure: text('sync_failure'),
    /** Whether waiting can still change what Stripe says, so that the sweep reads the session from time to time. */
    watched: boolean('watched').notNull().default(true),
    paidAt: at('paid_at'),
    /** When the goods became due: what follows from a paid order was staged then. */
    releasedAt: at('released_at'),
    /** Whether the payment came in after the shopper had left: a bank debit or a voucher. */
    paidLater: boolean('paid_later').notNull().default(false),
    /** Since when a dispute is open or lost. */
    disputedAt: at('disputed_at'),
    dispute: jsonb('dispute').$type<OrderDispute>(),
    /** When the card's issuer first warned that the payment may be fraud. */
    fraudWarnedAt: at('fraud_warned_at'),
    firstViewedAt: at('first_viewed_at'),
    /** When its shopper was last sent to Stripe's billing portal, where they can change its subscription. */
    portalOpenedAt: at('portal_opened_at'),
    /** When its browser placed a newer order: from then on its session must not be paid. Never unset. */
    supersededAt: at('superseded_at'),
    /** Follows from its shipments, which are read only where this is set; null: it has none. */
    shippedStatus: text('shipped_status').$type<ShippedStatus>(),
    ...changeColumns(),
    ...restoredColumns(),
    /** When its shopper's personal data was removed: from then on no reading of Stripe brings it back. Never unset. */
    erasedAt: at('erased_at'),
  },
  orderIndexes,
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
    /** Of the product, and of the variant where it has several. */
    name: text('name').notNull(),
    /** Of the variant alone; null where there is only one. */
    variant: text('variant'),
    /** Language of the name, as a BCP 47 tag; null when it is not known. */
    lang: text('lang'),
    imageUrl: text('image_url'),
    quantity: integer('quantity').notNull(),
    unitAmountMinor: amount('unit_amount_minor').notNull(),
    recurring: jsonb('recurring').$type<Recurring>(),
    /** Stripe's `product.shippable`: whether it is sent to the shopper. Null: not said; see `isShippable`. */
    shippable: boolean('shippable'),
    /** Whether the right of withdrawal does not apply to it, by the product's `metadata.withdrawal`. */
    withdrawalExempt: boolean('withdrawal_exempt').notNull().default(false),
  },
  (table) => [primaryKey({ columns: [table.orderId, table.position] })],
);

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

/** Every event Stripe delivered, once. A hint, not a truth: payloads are not kept, the session is read again. */
export const webhookEvents = pgTable(
  'webhook_events',
  {
    id: text('id').primaryKey(),
    type: text('type').notNull(),
    objectId: text('object_id'),
    /** The session, payment, account or other object it is about; null for types that move no order. */
    subjectId: text('subject_id'),
    /** The payment that its object belongs to, as Stripe said when it was handled: a thin event does not name it. */
    paymentId: text('payment_id'),
    apiVersion: text('api_version'),
    livemode: boolean('livemode').notNull(),
    /** When Stripe created it, to the second; null: an older version has stored it, or it names no time. */
    createdAt: at('created_at'),
    receivedAt: at('received_at').notNull().defaultNow(),
    /** When our endpoint was called with it first; null while only a list of Stripe's has told of it. */
    deliveredAt: at('delivered_at'),
    /** When a list of Stripe's told of it, before our endpoint was called. */
    listedAt: at('listed_at'),
    handledAt: at('handled_at'),
    outcome: text('outcome'),
    /**
     * Of an event that a session was completed or paid: seconds from `createdAt` until its order was in line with it,
     * fulfilment staged. Null for all others; handling it again changes nothing.
     */
    fulfilledAfterS: doublePrecision('fulfilled_after_s'),
  },
  (table) => [
    // Figures of staff: read from this index alone.
    index('webhook_events_fulfilled')
      .on(table.receivedAt, table.createdAt, table.fulfilledAfterS)
      .where(sql`fulfilled_after_s is not null`),
    index('webhook_events_subject').on(table.subjectId),
    index('webhook_events_received_at').on(table.receivedAt),
    index('webhook_events_unhandled')
      .on(table.receivedAt)
      .where(sql`subject_id is not null and handled_at is null`),
    index('webhook_events_undelivered')
      .on(table.listedAt)
      .where(sql`listed_at is not null and delivered_at is null`),
  ],
);

export type OrderRow = typeof orders.$inferSelect;
export type NewOrderRow = typeof orders.$inferInsert;
export type OrderLineRow = typeof orderLines.$inferSelect;
export type WebhookEventRow = typeof webhookEvents.$inferSelect;
export type OrderTransitionRow = typeof orderTransitions.$inferSelect;
export type NewOrderTransitionRow = typeof orderTransitions.$inferInsert;
