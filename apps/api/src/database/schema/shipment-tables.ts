import {
  bigint,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import type { ShipmentStatus } from './order-values';
import { orders } from './tables';
import { at } from './at';

/** A parcel of an order. What is said of it follows from its updates: see `order/facts/shipment-state.ts`. */
export const shipments = pgTable(
  'shipments',
  {
    id: uuid('id').primaryKey(),
    orderId: uuid('order_id')
      .notNull()
      .references(() => orders.id, { onDelete: 'cascade' }),
    /** The warehouse's key for it, and what came with the key, to tell a retry from a reuse. */
    idempotencyKey: text('idempotency_key').notNull(),
    requestHash: text('request_hash').notNull(),
    status: text('status').$type<ShipmentStatus>().notNull(),
    carrier: text('carrier'),
    trackingNumber: text('tracking_number'),
    trackingUrl: text('tracking_url'),
    /** The day on which the carrier expects to deliver it, without a time: a day has no zone. */
    estimatedOn: date('estimated_on', { mode: 'string' }),
    shippedAt: at('shipped_at').notNull(),
    deliveredAt: at('delivered_at'),
    createdAt: at('created_at').notNull(),
  },
  (table) => [
    uniqueIndex('shipments_key').on(table.orderId, table.idempotencyKey),
    // The list of staff: newest first.
    index('shipments_recent').on(table.shippedAt, table.id),
    index('shipments_status').on(table.status, table.shippedAt, table.id),
  ],
);

/** What is in a parcel. */
export const shipmentLines = pgTable(
  'shipment_lines',
  {
    shipmentId: uuid('shipment_id')
      .notNull()
      .references(() => shipments.id, { onDelete: 'cascade' }),
    /** Of the order's line. */
    position: smallint('position').notNull(),
    quantity: integer('quantity').notNull(),
  },
  (table) => [primaryKey({ columns: [table.shipmentId, table.position] })],
);

/** Everything that was said of a parcel, once each. Its state does not depend on the order in which it was said. */
export const shipmentUpdates = pgTable(
  'shipment_updates',
  {
    id: bigint('id', { mode: 'number' }).generatedAlwaysAsIdentity().primaryKey(),
    shipmentId: uuid('shipment_id')
      .notNull()
      .references(() => shipments.id, { onDelete: 'cascade' }),
    /** When it happened, as the warehouse says. */
    at: at('at').notNull(),
    /** Null of each: it says nothing of it. */
    status: text('status').$type<ShipmentStatus>(),
    carrier: text('carrier'),
    trackingNumber: text('tracking_number'),
    trackingUrl: text('tracking_url'),
    estimatedOn: date('estimated_on', { mode: 'string' }),
    receivedAt: at('received_at').notNull(),
  },
  (table) => [index('shipment_updates_shipment').on(table.shipmentId)],
);

export type ShipmentRow = typeof shipments.$inferSelect;
export type ShipmentLineRow = typeof shipmentLines.$inferSelect;
export type ShipmentUpdateRow = typeof shipmentUpdates.$inferSelect;
