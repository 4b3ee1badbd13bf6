import { Body, Controller, Get, Headers, Param, Patch, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import {
  createShipmentRequestSchema,
  orderNumberSchema,
  shipmentAnswerSchema,
  shipmentIdSchema,
  shipmentKeySchema,
  shippedOrderSchema,
  updateShipmentRequestSchema,
} from '@shop/contract';
import type {
  CreateShipmentRequest,
  ProblemCode,
  ShipmentAnswer,
  ShippedOrderAnswer,
  UpdateShipmentRequest,
} from '@shop/contract';
import { ProblemError } from '../http/errors/problem-error';
import { Answers } from '../openapi/answers';
import { ShipmentService } from '../order/shipment/shipment.service';
import { knownNumber } from './known-number';
import { shipmentAnswer, shipmentRequest, shippedOrder } from './shipment-answers';
import { seesPeople } from './staff';
import { StaffAuditService } from './staff-audit.service';
import { StaffCall } from './staff-call';
import { actionOf, staffOf } from './staff.guard';
import { OF_READS } from './staff-problems';

const OF_ALL = [...OF_READS, 'ORDER_NOT_FOUND'] as const satisfies ProblemCode[];

const OF_CHANGES = [
  'INVALID_REQUEST',
  'ROLE_NOT_ALLOWED',
  'PAYLOAD_TOO_LARGE',
  'UNSUPPORTED_MEDIA_TYPE',
  'TRACKING_URL_NOT_ALLOWED',
  'SHIPMENT_IN_FUTURE',
] as const satisfies ProblemCode[];

/** Parcels of an order, for the warehouse's system. */
@ApiTags('staff')
@Controller('api/staff/orders/:number/shipments')
export class ShipmentsController {
  constructor(
    private readonly service: ShipmentService,
    private readonly audit: StaffAuditService,
  ) {}

  @Get()
  @StaffCall('viewer')
  @Answers({
    summary: 'What of an order is to be shipped, and its parcels',
    params: { number: orderNumberSchema },
    200: { description: 'The order.', schema: shippedOrderSchema, examples: ['shipped-order'] },
    problems: [...OF_ALL],
  })
  async shipments(
    @Param('number') number: string,
    @Req() request: Request,
  ): Promise<ShippedOrderAnswer> {
    const shipped = await this.service.find(knownNumber(number));
    return shippedOrder(shipped, seesPeople(staffOf(request)));
  }

  @Post()
  @StaffCall('operator')
  @Answers({
    summary: 'Records a parcel and tells the shopper of it; the same key gets the same parcel',
    params: { number: orderNumberSchema },
    headers: { 'Idempotency-Key': shipmentKeySchema },
    201: { description: 'The parcel.', schema: shipmentAnswerSchema, examples: ['shipment'] },
    problems: [
      ...OF_ALL,
      ...OF_CHANGES,
      'INVALID_IDEMPOTENCY_KEY',
      'IDEMPOTENCY_KEY_REUSED',
      'ORDER_NOT_SHIPPABLE',
      'LINE_NOT_SHIPPABLE',
      'LINE_OVERSHIPPED',
      'NOTHING_TO_SHIP',
    ],
  })
  async createShipment(
    @Param('number') number: string,
    @Headers('idempotency-key') key: unknown,
    @Body({ schema: createShipmentRequestSchema }) request: CreateShipmentRequest,
    @Req() call: Request,
  ): Promise<ShipmentAnswer> {
    const idempotencyKey = shipmentKeySchema.safeParse(key);
    if (!idempotencyKey.success) throw new ProblemError('INVALID_IDEMPOTENCY_KEY');
    const orderNumber = knownNumber(number);
    const actionId = actionOf(call);
    const { reason } = request;
    if (actionId !== undefined && reason !== undefined) await this.audit.note(actionId, { reason });
    const asked = shipmentRequest(orderNumber, idempotencyKey.data, request);
    return shipmentAnswer(await this.service.create(orderNumber, asked));
  }

  @Patch(':id')
  @StaffCall('operator')
  @Answers({
    summary: 'Tells what has become of a parcel: late, twice and in any order',
    params: { number: orderNumberSchema, id: shipmentIdSchema },
    200: { description: 'The parcel now.', schema: shipmentAnswerSchema, examples: ['shipment'] },
    problems: [...OF_ALL, ...OF_CHANGES, 'SHIPMENT_NOT_FOUND'],
  })
  async updateShipment(
    @Param('number') number: string,
    @Param('id') id: string,
    @Body({ schema: updateShipmentRequestSchema }) { at, ...news }: UpdateShipmentRequest,
  ): Promise<ShipmentAnswer> {
    const shipmentId = shipmentIdSchema.safeParse(id);
    if (!shipmentId.success) throw new ProblemError('SHIPMENT_NOT_FOUND');
    const orderNumber = knownNumber(number);
    return shipmentAnswer(
      await this.service.update(orderNumber, shipmentId.data.toLowerCase(), news, new Date(at)),
    );
  }
}
