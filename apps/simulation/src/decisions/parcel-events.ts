import { isWithdrawable } from '../../../api/src/order/facts/withdrawal-period';
import { shipmentState } from '../../../api/src/order/facts/shipment-state';
import type { ShipmentUpdate } from '../../../api/src/order/facts/shipment-state';
import { decideShipment, decideUpdate } from '../../../api/src/order/shipment/decide-shipment';
import { ShipmentRefusal } from '../../../api/src/order/shipment/shipment-refusal';
import {
  checkParcel,
  checkProgress,
  checkQuantities,
  checkWithdrawal,
} from '../promises/parcel-promises';
import { chosen } from './event';
import type { Event } from './event';
import { QUANTITY } from './new-order';
import { HOUR_MS, nextId, nowOf } from './world';
import type { Parcel, World } from './world';
import { stage } from './write-decision';

const MOST_PARCELS = 4;
const NEWS = ['shipped', 'delayed', 'lost', 'delivered', 'returned'] as const;

function send(world: World, quantity: number | undefined): void {
  const { order, lines } = world;
  const id = nextId(world, 'parcel');
  const update = news(world, 'shipped', 0);
  const wanted = quantity === undefined ? undefined : [{ position: 0, quantity }];
  try {
    const facts = { order, lines, shipments: world.parcels.map(({ shipment }) => shipment) };
    const decision = decideShipment(facts, { id, lines: wanted, update });
    world.promises.shipped(order, true);
    checkQuantities(lines, world.parcels, decision.lines);
    const row = {
      id,
      orderId: order.id,
      idempotencyKey: id,
      requestHash: '',
      createdAt: nowOf(world),
      shippedAt: update.at,
    };
    world.parcels.push({
      shipment: { ...row, ...decision.state, lines: decision.lines },
      updates: [update],
    });
    world.order = { ...order, shippedStatus: decision.shippedStatus };
    stage(world, decision.triggers);
  } catch (error) {
    if (!(error instanceof ShipmentRefusal)) throw error;
    if (error.code === 'ORDER_NOT_SHIPPABLE') world.promises.shipped(order, false);
  }
  checkProgress(world, order.shippedStatus, null);
}

/** News whose time is some hours ago: it comes late, and in any order. */
const news = (
  world: World,
  status: ShipmentUpdate['status'],
  hoursAgo: number,
): ShipmentUpdate => ({
  at: new Date(world.nowMs - hoursAgo * HOUR_MS),
  status,
  carrier: 'DHL',
  trackingNumber: `${hoursAgo}`,
  trackingUrl: null,
  estimatedOn: null,
});

function hear(world: World, parcel: Parcel, update: ShipmentUpdate): void {
  const { order, lines, parcels } = world;
  const facts = { order, lines, shipments: parcels.map(({ shipment }) => shipment) };
  const decision = decideUpdate(facts, parcel.shipment.id, parcel.updates, update);
  if (!decision) return;
  parcel.updates.push(update);
  parcel.shipment = { ...parcel.shipment, ...decision.state };
  world.order = { ...order, shippedStatus: decision.shippedStatus };
  stage(world, decision.triggers);
  checkParcel(parcel, shipmentState(parcel.updates.toReversed()));
  checkProgress(world, order.shippedStatus, update.status);
}

const hasParcels = ({ parcels }: World) => parcels.length > 0;
const mayShip = ({ parcels }: World) => parcels.length < MOST_PARCELS;

/** The warehouse, and the shopper with the goods. */
export const parcelEvents: readonly Event[] = [
  {
    name: 'sends everything',
    who: 'warehouse',
    may: mayShip,
    run: (world) => send(world, undefined),
  },
  {
    name: 'sends a part',
    who: 'warehouse',
    may: mayShip,
    run: (world, arg) => send(world, 1 + (arg % (QUANTITY + 1))),
  },
  ...NEWS.map((status): Event => ({
    name: `says that a parcel is ${status}`,
    who: 'warehouse',
    may: hasParcels,
    run: (world, arg) => {
      const parcel = chosen(world.parcels, arg);
      if (parcel) hear(world, parcel, news(world, status, (arg >> 3) % 5));
    },
  })),
  {
    name: 'says again what it has said',
    who: 'warehouse',
    may: hasParcels,
    run: (world, arg) => {
      const parcel = chosen(world.parcels, arg);
      const said = parcel && chosen(parcel.updates, arg >> 3);
      if (parcel && said) hear(world, parcel, { ...said });
    },
  },
  {
    name: 'withdraws',
    who: 'shopper',
    may: ({ order }) => order.paidAt !== null,
    run: (world) => {
      const { order, lines, parcels } = world;
      const facts = { order, lines, parcels: parcels.map(({ shipment }) => shipment) };
      const may = isWithdrawable({ offer: 'all', days: 14 }, facts, nowOf(world));
      checkWithdrawal(world, may);
      if (may) stage(world, [{ trigger: 'withdrawal_requested', id: nextId(world, 'W') }]);
    },
  },
];
