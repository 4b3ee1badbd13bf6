import type { ShipmentState } from '../../../api/src/order/facts/shipment-state';
import { HOUR_MS } from '../decisions/world';
import type { Parcel, World } from '../decisions/world';
import { promise } from './promises';

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

/** The goods only come nearer. */
export function checkProgress({ order }: World, was: string | null): void {
  const isFurther = ORDER_RANKS.indexOf(order.shippedStatus) >= ORDER_RANKS.indexOf(was);
  promise(isFurther, 'how far the goods have come only rises');
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

/** Fourteen days from the day after the delivery, or the payment, and at most a weekend and the last time zone more. */
export function checkWithdrawal(
  { order, nowMs }: World,
  deliveredAt: Date | undefined,
  may: boolean,
): void {
  const begins = (deliveredAt ?? order.paidAt ?? new Date(0)).getTime();
  const isBack = order.totalMinor > 0 && order.refundedMinor >= order.totalMinor;
  promise(!may || nowMs < begins + 18 * DAY_MS, 'a withdrawal ends');
  promise(may || isBack || nowMs > begins + 14 * DAY_MS, 'fourteen days are given to withdraw');
}
