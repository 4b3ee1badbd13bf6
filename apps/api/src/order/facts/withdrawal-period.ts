import type { ShopFile } from '@shop/shop-file';
import type { OrderLineRow, OrderRow } from '../../database/schema/tables';
import type { Shipment } from './shop-status';

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;

/** The day ends last in UTC-12: nobody knows where the consumer is. */
const LAST_ZONE_MS = 12 * HOUR_MS;

/** Where Directive 2011/83/EU applies: the European Economic Area. */
const EEA = new Set(
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK'.split(
    ' ',
  ),
);

/** The longest that a delivery may take (2011/83/EU, Art. 18): not every shop tells when a parcel has arrived. */
const LONGEST_DELIVERY_MS = 30 * DAY_MS;

/** What decides about the period. Times of parcels may be as JSON has them. */
export interface WithdrawalFacts {
  order: Pick<
    OrderRow,
    'paidAt' | 'shippingAddress' | 'totalMinor' | 'refundedMinor' | 'cancelledAt' | 'shippedStatus'
  >;
  lines: readonly Pick<OrderLineRow, 'withdrawalExempt'>[];
  parcels: readonly (Pick<Shipment, 'status'> & {
    shippedAt: Date | string;
    deliveredAt: Date | string | null;
  })[];
}

/**
 * When the period to withdraw from an order ends, as far as that is known now. Pure. It begins with the day after the last
 * delivery (2011/83/EU, Art. 9), or after the payment while nothing was sent, and a last day at a weekend becomes the
 * Monday after it (Regulation 1182/71, Art. 3). Public holidays are not known.
 * @param rules of the shop file. `eu`: an order without an address may be of the EU, so it counts
 * @returns undefined where there is nothing to withdraw from: not offered, not paid, cancelled, refunded in full, sent
 * elsewhere, or all exempt
 */
export function withdrawalEnd(
  { offer, days }: ShopFile['withdrawal'],
  { order, lines, parcels }: WithdrawalFacts,
  now: Date,
): Date | undefined {
  const country = order.shippingAddress?.country?.toUpperCase();
  if (offer === 'off' || !order.paidAt || order.cancelledAt) return undefined;
  if (order.totalMinor > 0 && order.refundedMinor >= order.totalMinor) return undefined;
  if (offer === 'eu' && country && !EEA.has(country)) return undefined;
  if (lines.length > 0 && lines.every(({ withdrawalExempt }) => withdrawalExempt)) return undefined;
  const begins = Math.max(order.paidAt.getTime(), lastDelivery(order, parcels, now));
  const lastDay = afterWeekend(startOfDay(begins) + days * DAY_MS);
  return new Date(lastDay + DAY_MS + LAST_ZONE_MS);
}

/** In milliseconds. While something of what was sent has not arrived, the last delivery is not before now. */
function lastDelivery(
  { shippedStatus }: WithdrawalFacts['order'],
  parcels: WithdrawalFacts['parcels'],
  now: Date,
): number {
  const latest = (times: (Date | string | null)[]) =>
    Math.max(0, ...times.map((at) => (at === null ? 0 : new Date(at).getTime())));
  const arrived = latest(parcels.map(({ deliveredAt }) => deliveredAt));
  const isOut = parcels.some(({ status }) => status === 'shipped' || status === 'delayed');
  if (parcels.length === 0 || (shippedStatus === 'delivered' && !isOut)) return arrived;
  const sent = latest(parcels.map(({ shippedAt }) => shippedAt));
  return Math.max(arrived, Math.min(now.getTime(), sent + LONGEST_DELIVERY_MS));
}

/** Whether the shopper can withdraw now: see `withdrawalEnd`. */
export function isWithdrawable(
  rules: ShopFile['withdrawal'],
  facts: WithdrawalFacts,
  now: Date,
): boolean {
  const end = withdrawalEnd(rules, facts, now);
  return end !== undefined && now < end;
}

const startOfDay = (ms: number) => Math.floor(ms / DAY_MS) * DAY_MS;

function afterWeekend(dayMs: number): number {
  const weekday = new Date(dayMs).getUTCDay();
  return dayMs + (weekday === 6 ? 2 : weekday === 0 ? 1 : 0) * DAY_MS;
}
