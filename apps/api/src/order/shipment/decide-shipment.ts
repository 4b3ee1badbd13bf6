import type { ShippedStatus } from '../../database/schema/order-values';
import type { ShipmentLineRow } from '../../database/schema/shipment-tables';
import type { OrderLineRow, OrderRow } from '../../database/schema/tables';
import type { FulfilmentTrigger } from '../fulfilment/fulfilment-step';
import { isSameUpdate, shipmentState } from '../facts/shipment-state';
import type { ShipmentState, ShipmentUpdate } from '../facts/shipment-state';
import { isShippable, leftToShip, shippedStatus } from '../facts/shop-status';
import type { TracedShipment } from '../facts/shop-status';
import { ShipmentRefusal } from './shipment-refusal';
import { whyNotShippable } from './why-not-shippable';

/** What is decided about: an order whose row is locked, and what of it is on its way. */
export interface ShipmentFacts {
  order: OrderRow;
  lines: OrderLineRow[];
  shipments: TracedShipment[];
}

type ParcelLine = Pick<ShipmentLineRow, 'position' | 'quantity'>;

/** A parcel as the warehouse tells of it. */
export interface NewShipment {
  id: string;
  /** Undefined: everything that is left. */
  lines: ParcelLine[] | undefined;
  update: ShipmentUpdate;
}

/** What is to be written. */
export interface ShipmentDecision {
  state: ShipmentState;
  shippedStatus: ShippedStatus | null;
  triggers: { trigger: FulfilmentTrigger; id: string }[];
}

/**
 * Decides about a new parcel. Pure.
 * @throws ShipmentRefusal when the order must not be sent, or more of a line than was ordered
 */
export function decideShipment(
  { order, lines, shipments }: ShipmentFacts,
  { id, lines: wanted, update }: NewShipment,
): ShipmentDecision & { lines: ParcelLine[] } {
  const why = whyNotShippable(order);
  if (why !== undefined)
    throw new ShipmentRefusal('ORDER_NOT_SHIPPABLE', [{ path: 'order', message: why }]);
  const parcel = wanted ? checked(wanted, lines, shipments) : everythingLeft(lines, shipments);
  const state = shipmentState([update]);
  const sent = { ...state, shippedAt: update.at, lines: parcel };
  return {
    lines: parcel,
    state,
    shippedStatus: shippedStatus(lines, [...shipments, sent]),
    triggers: triggersOf(id, [], update),
  };
}

/**
 * Decides about news of a parcel that is out. Pure. News may come late, twice, and in any order; what becomes of the order
 * meanwhile stops no parcel.
 * @param known everything that was said of it before
 * @returns undefined when that has been said already
 */
export function decideUpdate(
  { lines, shipments }: ShipmentFacts,
  id: string,
  known: readonly ShipmentUpdate[],
  update: ShipmentUpdate,
): ShipmentDecision | undefined {
  if (known.some((one) => isSameUpdate(one, update))) return undefined;
  const state = shipmentState([...known, update]);
  const after = shipments.map((one) => (one.id === id ? { ...one, ...state } : one));
  return {
    state,
    shippedStatus: shippedStatus(lines, after),
    triggers: triggersOf(id, known, update),
  };
}

/** Of what the update says for the first time: each once in the life of a parcel, whatever the order of its news. */
function triggersOf(
  id: string,
  known: readonly ShipmentUpdate[],
  { status: said }: ShipmentUpdate,
): ShipmentDecision['triggers'] {
  const triggers: FulfilmentTrigger[] = known.length === 0 ? ['shipment_created'] : [];
  const isNew = !known.some(({ status }) => status === said);
  if (isNew && (said === 'delivered' || said === 'lost' || said === 'returned'))
    triggers.push(`shipment_${said}`);
  return triggers.map((trigger) => ({ trigger, id }));
}

function everythingLeft(lines: OrderLineRow[], shipments: TracedShipment[]): ParcelLine[] {
  const left = lines.flatMap((line) => {
    const quantity = leftToShip(line, shipments);
    return quantity > 0 ? [{ position: line.position, quantity }] : [];
  });
  if (left.length === 0) throw new ShipmentRefusal('NOTHING_TO_SHIP');
  return left;
}

function checked(
  wanted: ParcelLine[],
  lines: OrderLineRow[],
  shipments: TracedShipment[],
): ParcelLine[] {
  const errorsOf = (judge: (line: OrderLineRow | undefined, one: ParcelLine) => string | false) =>
    wanted.flatMap((one, index) => {
      const message = judge(
        lines.find(({ position }) => position === one.position),
        one,
      );
      return message ? [{ path: `lines.${index}`, message }] : [];
    });
  const unknown = errorsOf((line) => {
    if (!line) return 'is no line of this order';
    return !isShippable(line) && 'needs no shipping';
  });
  if (unknown.length > 0) throw new ShipmentRefusal('LINE_NOT_SHIPPABLE', unknown);
  const tooMany = errorsOf((line, { quantity }) => {
    const left = line ? leftToShip(line, shipments) : 0;
    return quantity > left && `has ${left} left to ship`;
  });
  if (tooMany.length > 0) throw new ShipmentRefusal('LINE_OVERSHIPPED', tooMany);
  return wanted.toSorted((a, b) => a.position - b.position);
}
