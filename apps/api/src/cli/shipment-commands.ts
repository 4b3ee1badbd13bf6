import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  createShipmentRequestSchema,
  shipmentIdSchema,
  shipmentKeySchema,
  updateShipmentRequestSchema,
} from '@shop/contract';
import type { z } from 'zod';
import { Clock } from '../clock/clock';
import { ShipmentService } from '../order/shipment/shipment.service';
import { shipmentAnswer, shipmentRequest, shippedOrder } from '../staff/shipment-answers';
import { ActOnOrder } from '../staff/actions/act-on-order.service';
import { StaffAuditService } from '../staff/staff-audit.service';
import { audited } from './audited';
import { UsageError } from './command-error';
import type { CommandOptions } from './command-options';
import { findOne } from './find-one';
import { OrderHistoryRepository } from './order-history.repository';
import { saidReason } from './said-reason';
import type { ShipmentOptions } from './shipment-options';

export const SHIP =
  'ship <order> [--line <line>=<quantity>]… [--carrier <name>] [--tracking <number>] [--url <link>] [--expected <day>] [--at <time>] [--key <key>] [--reason "<why>"]';
export const SHIPMENT =
  'shipment <order> <shipment> [--status <delayed | lost | delivered | returned>] [--carrier …] [--tracking …] [--url …] [--expected …] [--at <time>] [--reason "<why>"]';

/** The commands about parcels: what the warehouse's system does by the API under /api/staff. */
@Injectable()
export class ShipmentCommands {
  constructor(
    private readonly history: OrderHistoryRepository,
    private readonly service: ShipmentService,
    private readonly audit: StaffAuditService,
    private readonly act: ActOnOrder,
    private readonly clock: Clock,
  ) {}

  /** What is to be shipped of an order, and its parcels. */
  async shipments(term: string): Promise<object> {
    const { number } = await findOne(this.history, term);
    return shippedOrder(await this.service.find(number), true);
  }

  async ship(args: string[], options: CommandOptions): Promise<object> {
    const [term, ...others] = args;
    if (!term || others.length > 0) throw new UsageError(`Usage: npm run orders -- ${SHIP}`);
    const { at: shippedAt, status: _status, ...news } = newsOf(options);
    const lines = options.line?.map((one) => {
      const [lineId = '', quantity] = one.split('=');
      return { lineId, quantity: Number(quantity) };
    });
    const request = parsed(createShipmentRequestSchema, { ...news, shippedAt, lines }, SHIP);
    const key = parsed(shipmentKeySchema, options.key ?? randomUUID(), SHIP);
    const reason = saidReason(options.reason);
    const { number } = await findOne(this.history, term);
    const ship = async () =>
      shipmentAnswer(await this.service.create(number, shipmentRequest(number, key, request)));
    return this.audited('createShipment', number, reason, ship, 201);
  }

  async shipment(args: string[], options: CommandOptions): Promise<object> {
    const [term, id, ...others] = args;
    if (!term || others.length > 0) throw new UsageError(`Usage: npm run orders -- ${SHIPMENT}`);
    const shipmentId = parsed(shipmentIdSchema, id, SHIPMENT);
    const told = { at: this.clock.now().toISOString(), ...newsOf(options) };
    const { at, ...news } = parsed(updateShipmentRequestSchema, told, SHIPMENT);
    const reason = saidReason(options.reason);
    const { number } = await findOne(this.history, term);
    return this.audited('updateShipment', number, reason, async () =>
      shipmentAnswer(await this.service.update(number, shipmentId, news, new Date(at))),
    );
  }

  private audited(
    action: string,
    orderNumber: string,
    reason: string | null,
    work: () => Promise<object>,
    status?: number,
  ): Promise<object> {
    const keep = (actionId: number) => this.act.keeping(orderNumber, actionId, work);
    return audited(this.audit, action, { orderNumber, reason }, keep, status);
  }
}

/** Without what is not said. */
function newsOf({ status, carrier, tracking, url, expected, at }: ShipmentOptions) {
  const told = {
    status,
    carrier,
    trackingNumber: tracking,
    trackingUrl: url,
    estimatedOn: expected,
    at,
  };
  return Object.fromEntries(
    Object.entries(told).filter(([, value]) => value !== undefined),
  ) as Partial<Record<keyof typeof told, string>>;
}

/** @throws UsageError that says what is wrong, without what was typed */
function parsed<T>(schema: z.ZodType<T>, value: unknown, usage: string): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const faults = result.error.issues.map(({ path, message }) =>
    [path.join('.'), message].filter(Boolean).join(' '),
  );
  throw new UsageError(`${faults.join('; ')}. Usage: npm run orders -- ${usage}`);
}
