import type {
  CreateShipmentRequest,
  ShipmentAnswer,
  ShippedOrderAnswer,
  Shipment as ToldShipment,
} from '@shop/contract';
import { isDue } from '../order/facts/goods-due';
import { lineIdOf, positionOf, shipmentView } from '../order/facts/shipment-view';
import { leftToShip, shopStatus } from '../order/facts/shop-status';
import type { Shipment } from '../order/facts/shop-status';
import type { ShipmentRequest, ShippedOrder } from '../order/shipment/shipment.service';

/** A parcel as it is asked for, with its lines by their positions. */
export const shipmentRequest = (
  orderNumber: string,
  idempotencyKey: string,
  { lines, shippedAt, reason: _reason, ...news }: CreateShipmentRequest,
): ShipmentRequest => ({
  idempotencyKey,
  lines: lines?.map(({ lineId, quantity }) => ({
    position: positionOf(orderNumber, lineId),
    quantity,
  })),
  shippedAt: shippedAt === undefined ? undefined : new Date(shippedAt),
  news,
});

/** The answer about one parcel. */
export function shipmentAnswer({
  order,
  lines,
  shipment,
}: ShippedOrder & { shipment: Shipment }): ShipmentAnswer {
  return {
    orderNumber: order.number,
    shopStatus: shopStatus(order, lines),
    shipment: shipmentView(order.number, shipment),
  };
}

/**
 * A parcel for who reads it. Its number and its link lead to where it went.
 * @param isNamed whether people may be shown
 */
export function parcelView(
  orderNumber: string,
  shipment: Shipment,
  isNamed: boolean,
): ToldShipment {
  const parcel = shipmentView(orderNumber, shipment);
  return isNamed ? parcel : { ...parcel, trackingNumber: null, trackingUrl: null };
}

/** The answer about an order. @param isNamed whether people may be shown */
export function shippedOrder(
  { order, lines, shipments }: ShippedOrder,
  isNamed: boolean,
): ShippedOrderAnswer {
  return {
    orderNumber: order.number,
    goodsDue: isDue(order),
    shopStatus: shopStatus(order, lines),
    lines: lines.map((line) => ({
      id: lineIdOf(order.number, line.position),
      name: line.name,
      quantity: line.quantity,
      leftToShip: leftToShip(line, shipments),
    })),
    shipments: shipments.map((one) => parcelView(order.number, one, isNamed)),
  };
}
