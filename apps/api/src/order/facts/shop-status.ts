import type { OrderLineRow, OrderRow } from '../../database/schema/tables';
import type { ShipmentLineRow, ShipmentRow } from '../../database/schema/shipment-tables';
import type { ShippedStatus } from '../../database/schema/order-values';
import { isDue } from './goods-due';
import type { ShipmentState } from './shipment-state';

/** A parcel and what is in it. */
export type Shipment = ShipmentRow & { lines: Pick<ShipmentLineRow, 'position' | 'quantity'>[] };

type Line = Pick<OrderLineRow, 'position' | 'quantity' | 'recurring' | 'shippable'>;

/** A parcel, and since when it is lost or on its way back. */
export type TracedShipment = Shipment & Pick<ShipmentState, 'goneAt'>;

type Parcel = Pick<TracedShipment, 'shippedAt' | 'deliveredAt' | 'goneAt' | 'lines'>;

/** Where an order's goods are, as the shop's side of it. */
export type ShopStatus = 'preparing' | ShippedStatus | 'cancelled';

/**
 * Whether something is sent to the shopper for a line: what Stripe says of its product
 * (https://docs.stripe.com/api/products/object#product_object-shippable), else everything but what renews.
 */
export const isShippable = ({ shippable, recurring }: Pick<Line, 'shippable' | 'recurring'>) =>
  shippable ?? recurring === null;

/** How many of a line can still be sent. What was lost or came back can be sent again. */
export function leftToShip(
  line: Line,
  shipments: readonly Pick<Shipment, 'status' | 'lines'>[],
): number {
  if (!isShippable(line)) return 0;
  const out = shipments.filter(({ status }) => status !== 'lost' && status !== 'returned');
  return Math.max(0, line.quantity - countOf(line, out));
}

/**
 * How far the parcels have come together; null while there is none. It rises, unless it is heard late that something was
 * gone before another parcel was sent: that parcel replaced it, so something else was never sent.
 */
export function shippedStatus(
  lines: readonly Line[],
  shipments: readonly Parcel[],
): ShippedStatus | null {
  if (shipments.length === 0) return null;
  const all = (parcels: readonly Parcel[]) =>
    lines.filter(isShippable).every((line) => sentOf(line, parcels) >= line.quantity);
  if (all(shipments.filter(({ deliveredAt }) => deliveredAt !== null))) return 'delivered';
  return all(shipments) ? 'shipped' : 'partly_shipped';
}

/**
 * Where the goods of an order are; null while nothing is known of them: it is not paid, on hold, or has nothing to send.
 * `cancelled`: nothing was sent, and nothing will be.
 */
export function shopStatus(
  order: Pick<OrderRow, 'shippedStatus'> & Parameters<typeof isDue>[0],
  lines: readonly Pick<Line, 'recurring' | 'shippable'>[],
): ShopStatus | null {
  if (order.shippedStatus) return order.shippedStatus;
  if (!lines.some(isShippable)) return null;
  if (isDue(order)) return 'preparing';
  const { status, refundedMinor, totalMinor } = order;
  const isGivenBack = status === 'paid' && refundedMinor > 0 && refundedMinor >= totalMinor;
  return status === 'refused' || isGivenBack || order.cancelledAt ? 'cancelled' : null;
}

/**
 * How many of a line have been sent: the most that was out or there at one time. So a parcel that was sent when another
 * one was gone replaces it, and what is gone stays sent.
 */
const sentOf = (line: Line, parcels: readonly Parcel[]) =>
  Math.max(
    0,
    ...parcels.map(({ shippedAt: at }) => {
      const isThere = ({ shippedAt, goneAt }: Parcel) =>
        shippedAt.getTime() === at.getTime() || (shippedAt < at && (!goneAt || goneAt > at));
      return countOf(line, parcels.filter(isThere));
    }),
  );

const countOf = ({ position }: Pick<Line, 'position'>, parcels: readonly Pick<Parcel, 'lines'>[]) =>
  parcels
    .flatMap(({ lines }) => lines)
    .filter((line) => line.position === position)
    .reduce((sum, { quantity }) => sum + quantity, 0);
