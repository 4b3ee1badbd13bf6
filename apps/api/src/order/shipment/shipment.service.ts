import { createHash, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../clock/clock';
import { Config } from '../../config/config';
import { Database } from '../../database/database';
import type { Transaction } from '../../database/database';
import type { OrderLineRow, OrderRow } from '../../database/schema/tables';
import { ProblemError } from '../../http/errors/problem-error';
import { findShipments } from '../facts/find-shipments';
import { shipmentState } from '../facts/shipment-state';
import type { ShipmentUpdate } from '../facts/shipment-state';
import type { Shipment } from '../facts/shop-status';
import { isAllowedLink } from '../facts/tracking-link';
import { FulfilmentService } from '../fulfilment/fulfilment.service';
import { OrderRepository } from '../order.repository';
import { decideShipment, decideUpdate } from './decide-shipment';
import type { NewShipment, ShipmentDecision, ShipmentFacts } from './decide-shipment';
import { ShipmentRefusal } from './shipment-refusal';
import { ShipmentRepository } from './shipment.repository';

/** Clocks of other systems may be this far ahead of ours. */
const CLOCK_SKEW_MS = 5 * 60 * 1000;

/** An order and what of it is on its way. */
export interface ShippedOrder {
  order: OrderRow;
  lines: OrderLineRow[];
  shipments: Shipment[];
}

/** What is said of a parcel. Undefined: nothing of that. */
export type ShipmentNews = {
  [Key in Exclude<keyof ShipmentUpdate, 'at'>]?: ShipmentUpdate[Key] | undefined;
};

export interface ShipmentRequest {
  /** The warehouse's own: the same key with the same request is the same parcel. */
  idempotencyKey: string;
  /** Undefined: everything that is left. */
  lines: NewShipment['lines'];
  /** Undefined: now. */
  shippedAt: Date | undefined;
  news: ShipmentNews;
}

/** Parcels of orders: what the warehouse, and staff on the command line, tell of them. */
@Injectable()
export class ShipmentService {
  constructor(
    private readonly database: Database,
    private readonly repository: ShipmentRepository,
    private readonly orders: OrderRepository,
    private readonly fulfilment: FulfilmentService,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** @throws ProblemError ORDER_NOT_FOUND */
  async find(orderNumber: string): Promise<ShippedOrder> {
    const order = await this.orderOf(orderNumber);
    return {
      order,
      lines: await this.orders.linesOf(this.database.queries, order.id),
      shipments: await findShipments(this.database.queries, order.id),
    };
  }

  /**
   * Records a parcel, and stages what is told of it, in the order's row lock. The same key again changes nothing.
   * @returns the order as it is then, and the parcel
   * @throws ProblemError ORDER_NOT_FOUND, IDEMPOTENCY_KEY_REUSED and the codes of ShipmentRefusal
   */
  async create(
    orderNumber: string,
    { idempotencyKey, lines, shippedAt, news }: ShipmentRequest,
  ): Promise<ShippedOrder & { shipment: Shipment }> {
    const now = this.clock.now();
    const update = this.updateOf({ ...news, status: news.status ?? 'shipped' }, shippedAt ?? now);
    const requestHash = hashOf([lines ?? null, shippedAt ?? null, news]);
    return this.locked(orderNumber, async (tx, facts) => {
      const known = facts.shipments.find((one) => one.idempotencyKey === idempotencyKey);
      if (known && known.requestHash !== requestHash)
        throw new ProblemError('IDEMPOTENCY_KEY_REUSED');
      if (known) return known.id;
      const id = randomUUID();
      const decision = decideShipment(facts, { id, lines, update });
      const { order } = facts;
      const row = { id, orderId: order.id, idempotencyKey, requestHash, createdAt: now };
      const shipment = { ...row, ...decision.state, shippedAt: update.at };
      await this.repository.insert(tx, shipment, decision.lines, update);
      await this.follow(tx, order, decision);
      return id;
    });
  }

  /**
   * Records news of a parcel. The same news again, and news that is older than what is known, do no harm.
   * @throws ProblemError ORDER_NOT_FOUND, SHIPMENT_NOT_FOUND and the codes of ShipmentRefusal
   */
  async update(
    orderNumber: string,
    id: string,
    news: ShipmentNews,
    at: Date,
  ): Promise<ShippedOrder & { shipment: Shipment }> {
    const update = this.updateOf(news, at);
    return this.locked(orderNumber, async (tx, facts) => {
      if (!facts.shipments.some((one) => one.id === id))
        throw new ProblemError('SHIPMENT_NOT_FOUND');
      const known = await this.repository.updatesOf(tx, [id]);
      const decision = decideUpdate(facts, id, known, update);
      if (!decision) return id;
      await this.repository.addUpdate(tx, id, update, this.clock.now());
      await this.repository.setState(tx, id, decision.state);
      await this.follow(tx, facts.order, decision);
      return id;
    });
  }

  /** Writes what follows for the order. */
  private async follow(
    tx: Transaction,
    order: OrderRow,
    { shippedStatus, triggers }: ShipmentDecision,
  ): Promise<void> {
    if (order.shippedStatus !== shippedStatus)
      await this.orders.updateLocked(tx, order.id, { shippedStatus });
    await this.fulfilment.stage(tx, { ...order, shippedStatus }, triggers);
  }

  /** Runs the work with the order's row locked. @param work gives the id of the parcel that it is about */
  private async locked(
    orderNumber: string,
    work: (tx: Transaction, facts: ShipmentFacts) => Promise<string>,
  ): Promise<ShippedOrder & { shipment: Shipment }> {
    const { id: orderId } = await this.orderOf(orderNumber);
    try {
      return await this.database.transaction(async (tx) => {
        const facts = await this.factsOf(tx, orderId);
        const shipmentId = await work(tx, facts);
        const order = (await this.orders.lockById(tx, orderId)) ?? facts.order;
        const shipments = await findShipments(tx, orderId);
        const shipment = shipments.find(({ id }) => id === shipmentId);
        if (!shipment) throw new ProblemError('SHIPMENT_NOT_FOUND');
        return { order, lines: facts.lines, shipments, shipment };
      });
    } catch (error) {
      if (error instanceof ShipmentRefusal) throw new ProblemError(error.code, error.errors);
      throw error;
    }
  }

  private async factsOf(tx: Transaction, orderId: string): Promise<ShipmentFacts> {
    const order = await this.orders.lockById(tx, orderId);
    if (!order) throw new ProblemError('ORDER_NOT_FOUND');
    const shipments = await findShipments(tx, orderId);
    const updates = await this.repository.updatesOf(
      tx,
      shipments.map(({ id }) => id),
    );
    const goneAtOf = (id: string) =>
      shipmentState(updates.filter(({ shipmentId }) => shipmentId === id)).goneAt;
    return {
      order,
      lines: await this.orders.linesOf(tx, orderId),
      shipments: shipments.map((one) => ({ ...one, goneAt: goneAtOf(one.id) })),
    };
  }

  private async orderOf(number: string): Promise<OrderRow> {
    const order = await this.orders.findByNumber(number.toUpperCase());
    if (!order) throw new ProblemError('ORDER_NOT_FOUND');
    return order;
  }

  /** @throws ProblemError TRACKING_URL_NOT_ALLOWED; SHIPMENT_IN_FUTURE */
  private updateOf(news: ShipmentNews, at: Date): ShipmentUpdate {
    const { status = null, carrier = null, trackingNumber = null } = news;
    const { trackingUrl = null, estimatedOn = null } = news;
    const { trackingHosts } = this.config.shopFile.shipments;
    if (trackingUrl !== null && !isAllowedLink(trackingUrl, trackingHosts))
      throw new ProblemError('TRACKING_URL_NOT_ALLOWED');
    // What is said for a later time would count before all that is said until then.
    if (at.getTime() > this.clock.now().getTime() + CLOCK_SKEW_MS)
      throw new ProblemError('SHIPMENT_IN_FUTURE');
    return { at, status, carrier, trackingNumber, trackingUrl, estimatedOn };
  }
}

const hashOf = (request: unknown) =>
  createHash('sha256').update(JSON.stringify(request)).digest('base64url');
