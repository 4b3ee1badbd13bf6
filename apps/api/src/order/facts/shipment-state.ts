import type { ShipmentUpdateRow } from '../../database/schema/shipment-tables';
import type { ShipmentStatus } from '../../database/schema/order-values';
import { knownLink } from './tracking-link';

/** What was said of a parcel at one time. Null: it says nothing of that. */
export type ShipmentUpdate = Pick<
  ShipmentUpdateRow,
  'at' | 'status' | 'carrier' | 'trackingNumber' | 'trackingUrl' | 'estimatedOn'
>;

/** What is known of a parcel. */
export interface ShipmentState {
  status: ShipmentStatus;
  carrier: string | null;
  trackingNumber: string | null;
  trackingUrl: string | null;
  estimatedOn: string | null;
  deliveredAt: Date | null;
  /** Since when it is lost, or on its way back; null while it is not. */
  goneAt: Date | null;
}

/** How far along a status is. A parcel's rank only rises: what was lost can be found, what was delivered can come back. */
const RANK: Record<ShipmentStatus, number> = {
  shipped: 0,
  delayed: 1,
  lost: 2,
  delivered: 3,
  returned: 4,
};

/**
 * The state of a parcel from everything that was said of it. The order in which it was said does not matter, nor whether
 * something was said twice: the status is the highest one, and of carrier, day, and number with its link the latest by
 * `at` counts. Where no link was said, it is the carrier's own.
 */
export function shipmentState(updates: readonly ShipmentUpdate[]): ShipmentState {
  const latestFirst = updates.toSorted(
    (a, b) => b.at.getTime() - a.at.getTime() || compare(valuesOf(a), valuesOf(b)),
  );
  const find = (says: (update: ShipmentUpdate) => boolean) => latestFirst.find(says);
  const carrier = find((one) => one.carrier !== null)?.carrier ?? null;
  // A number never has the link of another number.
  const tracking = find((one) => one.trackingNumber !== null || one.trackingUrl !== null);
  const trackingNumber = tracking?.trackingNumber ?? null;
  const deliveredAt = firstOf(updates, ['delivered']);
  return {
    status: updates
      .flatMap(({ status }) => status ?? [])
      .reduce((a, b) => (RANK[b] > RANK[a] ? b : a), 'shipped'),
    carrier,
    trackingNumber,
    trackingUrl: tracking?.trackingUrl ?? knownLink(carrier, trackingNumber),
    estimatedOn: find((one) => one.estimatedOn !== null)?.estimatedOn ?? null,
    deliveredAt,
    // What was delivered had been found.
    goneAt: firstOf(updates, deliveredAt ? ['returned'] : ['lost', 'returned']),
  };
}

/** When one of these was first said to have happened. */
function firstOf(updates: readonly ShipmentUpdate[], said: readonly ShipmentStatus[]): Date | null {
  const times = updates.flatMap(({ status, at }) =>
    status !== null && said.includes(status) ? [at.getTime()] : [],
  );
  return times.length > 0 ? new Date(Math.min(...times)) : null;
}

/** Whether both say the same: the second one is a repetition. */
export const isSameUpdate = (a: ShipmentUpdate, b: ShipmentUpdate): boolean =>
  a.at.getTime() === b.at.getTime() && valuesOf(a) === valuesOf(b);

/** Of the same moment, two updates need an order that does not depend on which came first. */
const valuesOf = ({ status, carrier, trackingNumber, trackingUrl, estimatedOn }: ShipmentUpdate) =>
  JSON.stringify([status, carrier, trackingNumber, trackingUrl, estimatedOn]);

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
