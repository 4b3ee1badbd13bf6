import type { FulfilmentRow } from '../../../api/src/database/schema/fulfilment-tables';
import type { OrderLineRow, OrderRow, OrderStatus } from '../../../api/src/database/schema/tables';
import type { ShipmentUpdate } from '../../../api/src/order/facts/shipment-state';
import type { TracedShipment } from '../../../api/src/order/facts/shop-status';
import type { SessionSnapshot } from '../../../api/src/order/sync/session-snapshot';
import { openSession } from './fake-session';
import type { FakeSession } from './fake-session';
import { newLines, newOrder, QUANTITY, TOTAL } from './new-order';
import { Promises } from '../promises/order-promises';

export const HOUR_MS = 60 * 60 * 1000;
export const START_MS = Date.parse('2026-03-02T09:00:00Z');

/** A reading of a session that has been taken and not yet applied. */
export interface Reading {
  /** What Stripe knew when it was read, for the model. */
  facts: FakeSession;
  snapshot: SessionSnapshot;
  /** The order's version when the reading began. */
  version: number;
  mayRead: boolean;
}

export interface Parcel {
  shipment: TracedShipment;
  updates: ShipmentUpdate[];
}

/** One order and everybody around it: Stripe, the shop's rows, the warehouse. */
export interface World {
  nowMs: number;
  /** The first one is the order's; later ones are copies of it, or sessions that only name the order. */
  sessions: FakeSession[];
  order: OrderRow;
  lines: OrderLineRow[];
  statusBeforeReview: OrderStatus;
  /** Readings under way: they may be applied late, in another order, and again. */
  readings: Reading[];
  parcels: Parcel[];
  steps: FulfilmentRow[];
  /** Of each step that failed: how often, and when first. */
  failures: Map<string, { count: number; first: Date }>;
  stock: { limit: number; others: number; own: number };
  /** For ids. */
  count: number;
  promises: Promises;
}

export function newWorld(): World {
  const id = 'cs_test_1';
  return {
    nowMs: START_MS,
    sessions: [openSession(id, TOTAL, null)],
    order: newOrder(id, new Date(START_MS)),
    lines: newLines(),
    statusBeforeReview: 'pending',
    readings: [],
    parcels: [],
    steps: [],
    failures: new Map(),
    stock: { limit: QUANTITY + 2, others: 0, own: QUANTITY },
    count: 1,
    promises: new Promises(TOTAL),
  };
}

export const nowOf = ({ nowMs }: World): Date => new Date(nowMs);

export const nextId = (world: World, prefix: string): string => `${prefix}_${++world.count}`;

/** The session that the order goes by now. */
export const ownSession = ({ sessions, order }: World): FakeSession =>
  sessions.find(({ id }) => id === order.stripeSessionId) ?? (sessions[0] as FakeSession);
