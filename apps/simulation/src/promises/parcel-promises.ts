import type { ShipmentState } from '../../../api/src/order/facts/shipment-state';
import { HOUR_MS } from '../decisions/world';
import type { Parcel, World } from '../decisions/world';
import { promise } from './promise';

const PARCEL_RANKS = ['shipped', 'delayed', 'lost', 'delivered', 'returned'];
const ORDER_RANKS = [null, 'partly_shipped', 'shipped', 'delivered'];
const DAY_MS = 24 * HOUR_MS;

/** A parcel was sent: no more of a line than what is neither on its way nor there. What was lost may be found later. */
export function checkQuantities(
  lines: World['lines'],
  before: readonly Parcel[],
  sent: Parcel['shipment']['lines'],
): void {
  const out = before
    .filter(({ shipment: { status } }) => status !== 'lost' && status !== 'returned')
    .flatMap(({ shipment }) => shipment.lines);
  for (const { position, quantity } of sent) {
    const line = lines.find((one) => one.position === position && one.shippable);
    const there = out
      .filter((one) => one.position === position)
      .reduce((sum, one) => sum + one.quantity, 0);
    promise(quantity <= (line?.quantity ?? 0) - there, 'no more is sent than was ordered');
  }
}

/**
 * The goods only come nearer, and an order is out when each item has left once. @param said of a parcel: that it was lost,
 * or came back, may show that another parcel replaced it
 */
export function checkProgress(
  { order, lines, parcels }: World,
  was: string | null,
  said: string | null,
): void {
  const isFurther = ORDER_RANKS.indexOf(order.shippedStatus) >= ORDER_RANKS.indexOf(was);
  const mayFall = said === 'lost' || said === 'returned';
  promise(mayFall || isFurther, 'how far the goods have come only rises');
  const ordered = orderedOf(lines);
  const arrived = parcels.filter(({ shipment }) => shipment.deliveredAt);
  const is = leftOnce(arrived) >= ordered ? 3 : leftOnce(parcels) >= ordered ? 2 : 1;
  promise(
    order.shippedStatus === (parcels.length > 0 ? ORDER_RANKS[is] : null),
    'an order is out when each of its items has left once',
  );
}

/** Items that have left: one after the other, a parcel takes the place of what was gone before it, then adds to it. */
function leftOnce(parcels: readonly Parcel[]): number {
  let [items, replaced] = [0, 0];
  for (const { shipment } of parcels) {
    const sentAt = shipment.shippedAt.getTime();
    const gone = parcels.filter(
      (one) => one.shipment.shippedAt.getTime() < sentAt && goneMs(one) <= sentAt,
    );
    const again = Math.min(
      itemsIn([shipment]),
      itemsIn(gone.map((one) => one.shipment)) - replaced,
    );
    replaced += again;
    items += itemsIn([shipment]) - again;
  }
  return items;
}

const itemsIn = (shipments: readonly Parcel['shipment'][]) =>
  shipments.flatMap(({ lines }) => lines).reduce((sum, { quantity }) => sum + quantity, 0);

function goneMs({ updates }: Parcel): number {
  const isThere = updates.some(({ status }) => status === 'delivered');
  const isGone = ({ status }: Parcel['updates'][number]) =>
    status === 'returned' || (status === 'lost' && !isThere);
  return Math.min(Infinity, ...updates.filter(isGone).map(({ at }) => at.getTime()));
}

/** A parcel’s state depends on no order of what was said of it. @param backwards the state from the same news in reverse */
export function checkParcel({ shipment, updates }: Parcel, backwards: ShipmentState): void {
  const ranks = updates.map(({ status }) => PARCEL_RANKS.indexOf(status ?? 'shipped'));
  promise(
    shipment.status === PARCEL_RANKS[Math.max(...ranks)],
    'a parcel is as far as the furthest that was said',
  );
  const latest = Math.max(...updates.map(({ at }) => at.getTime()));
  const numbers = updates
    .filter(({ at }) => at.getTime() === latest)
    .map((one) => one.trackingNumber);
  promise(numbers.includes(shipment.trackingNumber), 'a parcel has the number that was said last');
  promise(
    backwards.status === shipment.status && backwards.trackingNumber === shipment.trackingNumber,
    'the order of news does not matter',
  );
}

/**
 * Fourteen days from the day after the last delivery, or the payment while nothing was sent, and at most a weekend and the
 * last time zone more. While something is out or left to send, no delivery is the last one for thirty days.
 */
export function checkWithdrawal(world: World, may: boolean): void {
  const { order, nowMs } = world;
  const begins = Math.max(order.paidAt?.getTime() ?? 0, lastArrival(world));
  const isBack = order.totalMinor > 0 && order.refundedMinor >= order.totalMinor;
  promise(!may || nowMs < begins + 18 * DAY_MS, 'a withdrawal ends');
  promise(may || isBack || nowMs > begins + 14 * DAY_MS, 'fourteen days are given to withdraw');
}

function lastArrival({ lines, parcels }: World): number {
  const shipments = parcels.map(({ shipment }) => shipment);
  const arrived = parcels.filter(({ shipment }) => shipment.deliveredAt);
  const isOut = shipments.some(({ status }) => status === 'shipped' || status === 'delayed');
  const isAllThere = !isOut && leftOnce(arrived) >= orderedOf(lines);
  return Math.max(
    0,
    ...shipments.map(({ deliveredAt }) => deliveredAt?.getTime() ?? 0),
    ...(isAllThere ? [] : shipments.map(({ shippedAt }) => shippedAt.getTime() + 30 * DAY_MS)),
  );
}

const orderedOf = (lines: World['lines']) =>
  lines.find(({ shippable }) => shippable)?.quantity ?? 0;
