import type { ShopFile } from '@shop/shop-file';
import type { OrderLineRow, OrderRow } from '../../database/schema/tables';

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

/** What decides about the period; deliveredAt is undefined while nobody knows of a delivery. */
export interface WithdrawalFacts {
  order: Pick<
    OrderRow,
    'paidAt' | 'shippingAddress' | 'totalMinor' | 'refundedMinor' | 'cancelledAt'
  >;
  lines: readonly Pick<OrderLineRow, 'withdrawalExempt'>[];
  deliveredAt?: Date | undefined;
}

/**
 * When the period to withdraw from an order ends. Pure. It begins with the day after the delivery (2011/83/EU, Art. 9), or
 * after the payment while no delivery is known, and a last day at a weekend becomes the Monday after it (Regulation
 * 1182/71, Art. 3). Public holidays are not known.
 * @param rules of the shop file. `eu`: an order without an address may be of the EU, so it counts
 * @returns undefined where there is nothing to withdraw from: not offered, not paid, cancelled, refunded in full, sent
 * elsewhere, or all exempt
 */
export function withdrawalEnd(
  { offer, days }: ShopFile['withdrawal'],
  { order, lines, deliveredAt }: WithdrawalFacts,
): Date | undefined {
  const country = order.shippingAddress?.country?.toUpperCase();
  const begins = deliveredAt ?? order.paidAt;
  if (offer === 'off' || !order.paidAt || !begins || order.cancelledAt) return undefined;
  if (order.totalMinor > 0 && order.refundedMinor >= order.totalMinor) return undefined;
  if (offer === 'eu' && country && !EEA.has(country)) return undefined;
  if (lines.length > 0 && lines.every(({ withdrawalExempt }) => withdrawalExempt)) return undefined;
  const lastDay = afterWeekend(startOfDay(begins) + days * DAY_MS);
  return new Date(lastDay + DAY_MS + LAST_ZONE_MS);
}

/** When the last parcel of an order arrived that has been delivered in whole (Art. 9(2)(b)); undefined before. */
export function lastDelivery(
  { shippedStatus }: Pick<OrderRow, 'shippedStatus'>,
  parcels: readonly { deliveredAt: Date | string | null }[],
): Date | undefined {
  if (shippedStatus !== 'delivered') return undefined;
  const times = parcels.flatMap(({ deliveredAt }) =>
    deliveredAt === null ? [] : [new Date(deliveredAt).getTime()],
  );
  return times.length > 0 ? new Date(Math.max(...times)) : undefined;
}

/** Whether the shopper can withdraw now: see `withdrawalEnd`. */
export function isWithdrawable(
  rules: ShopFile['withdrawal'],
  facts: WithdrawalFacts,
  now: Date,
): boolean {
  const end = withdrawalEnd(rules, facts);
  return end !== undefined && now < end;
}

const startOfDay = (at: Date) => Math.floor(at.getTime() / DAY_MS) * DAY_MS;

function afterWeekend(dayMs: number): number {
  const weekday = new Date(dayMs).getUTCDay();
  return dayMs + (weekday === 6 ? 2 : weekday === 0 ? 1 : 0) * DAY_MS;
}
