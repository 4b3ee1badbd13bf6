import type { Shipment as ToldShipment } from '@shop/contract';
import type { Shipment } from './shop-status';

/** A parcel as the shop's own systems are told of it. */
export function shipmentView(orderNumber: string, shipment: Shipment): ToldShipment {
  const { id, status, carrier, trackingNumber, trackingUrl, estimatedOn } = shipment;
  return {
    id,
    status,
    carrier,
    trackingNumber,
    trackingUrl,
    estimatedOn,
    shippedAt: shipment.shippedAt.toISOString(),
    deliveredAt: shipment.deliveredAt && shipment.deliveredAt.toISOString(),
    lines: shipment.lines.map(({ position, quantity }) => ({
      lineId: lineIdOf(orderNumber, position),
      quantity,
    })),
  };
}

/** What the shop's own systems call a line of an order. */
export const lineIdOf = (orderNumber: string, position: number): string =>
  `${orderNumber}-${position}`;

/** @returns the line's position; -1 where the order cannot have such a line */
export function positionOf(orderNumber: string, lineId: string): number {
  const position = lineId.startsWith(`${orderNumber}-`) ? lineId.slice(orderNumber.length + 1) : '';
  return /^(0|[1-9]\d{0,3})$/.test(position) ? Number(position) : -1;
}
