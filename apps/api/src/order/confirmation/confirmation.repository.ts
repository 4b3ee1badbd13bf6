import { Injectable } from '@nestjs/common';
import { and, eq, isNull, or, sql } from 'drizzle-orm';
import { MicroBatcher } from '../../database/batching/micro-batcher';
import { Database } from '../../database/database';
import { isDatabaseUnavailable } from '../../database/is-database-unavailable';
import { fulfilments } from '../../database/schema/fulfilment-tables';
import { shipmentLines, shipments } from '../../database/schema/shipment-tables';
import { orderLines, orders } from '../../database/schema/tables';
import type { OrderLineRow, OrderRow } from '../../database/schema/tables';
import type { Shipment } from '../facts/shop-status';
import type { StagedMail } from './last-mail';

/** What the confirmation page shows of an order. No other columns: each costs more than finding the row. */
const shownOfOrder = {
  id: orders.id,
  number: orders.number,
  status: orders.status,
  browserHash: orders.browserHash,
  stripeSessionId: orders.stripeSessionId,
  stripeExpiredSessionId: orders.stripeExpiredSessionId,
  sessionState: orders.sessionState,
  sessionUrl: orders.sessionUrl,
  recoveryUrl: orders.recoveryUrl,
  voucherUrl: orders.voucherUrl,
  paymentAction: orders.paymentAction,
  currency: orders.currency,
  subtotalMinor: orders.subtotalMinor,
  discountMinor: orders.discountMinor,
  shippingMinor: orders.shippingMinor,
  taxMinor: orders.taxMinor,
  taxIncludedMinor: orders.taxIncludedMinor,
  totalMinor: orders.totalMinor,
  refundedMinor: orders.refundedMinor,
  refunds: orders.refunds,
  presentment: orders.presentment,
  customerName: orders.customerName,
  email: orders.email,
  locale: orders.locale,
  language: orders.language,
  paymentMethod: orders.paymentMethod,
  receiptUrl: orders.receiptUrl,
  shippingAddress: orders.shippingAddress,
  phone: orders.phone,
  shippingRate: orders.shippingRate,
  customFields: orders.customFields,
  taxIds: orders.taxIds,
  businessName: orders.businessName,
  termsAccepted: orders.termsAccepted,
  invoice: orders.invoice,
  statementDescriptor: orders.statementDescriptor,
  createdAt: orders.createdAt,
  paidAt: orders.paidAt,
  emailCorrectedAt: orders.emailCorrectedAt,
  disputedAt: orders.disputedAt,
  dispute: orders.dispute,
  firstViewedAt: orders.firstViewedAt,
  subscription: orders.subscription,
  portalOpenedAt: orders.portalOpenedAt,
  reviewResolvedAt: orders.reviewResolvedAt,
  shippedStatus: orders.shippedStatus,
  mode: orders.mode,
  reviewReason: orders.reviewReason,
  addressCorrectedAt: orders.addressCorrectedAt,
  cancelledAt: orders.cancelledAt,
  cancelRefund: orders.cancelRefund,
  erasedAt: orders.erasedAt,
};
export type ShownOrder = Pick<OrderRow, keyof typeof shownOfOrder>;

/** What the confirmation page shows of an order's line. */
export type ShownLine = Pick<
  OrderLineRow,
  | 'stripePriceId'
  | 'name'
  | 'variant'
  | 'lang'
  | 'imageUrl'
  | 'quantity'
  | 'unitAmountMinor'
  | 'recurring'
  | 'shippable'
  | 'withdrawalExempt'
>;

/** What the confirmation page shows of a parcel. Times are as JSON has them. */
export type ShownShipment = Pick<
  Shipment,
  'status' | 'carrier' | 'trackingNumber' | 'trackingUrl' | 'estimatedOn' | 'lines'
> & { shippedAt: string; deliveredAt: string | null };

export interface ShownWithLines {
  order: ShownOrder;
  lines: ShownLine[];
  /** Null: there is none. */
  shipments: ShownShipment[] | null;
  mail: StagedMail | null;
}

/** All lines of an order as one column. */
const linesInOrder = sql<ShownLine[]>`(
  select coalesce(json_agg(json_build_object(
    'stripePriceId', ${orderLines.stripePriceId},
    'name', ${orderLines.name},
    'variant', ${orderLines.variant},
    'lang', ${orderLines.lang},
    'imageUrl', ${orderLines.imageUrl},
    'quantity', ${orderLines.quantity},
    'unitAmountMinor', ${orderLines.unitAmountMinor},
    'recurring', ${orderLines.recurring},
    'shippable', ${orderLines.shippable},
    'withdrawalExempt', ${orderLines.withdrawalExempt}
  ) order by ${orderLines.position}), '[]')
  from ${orderLines} where ${orderLines.orderId} = ${orders.id}
)`.as('lines');

/** All parcels of an order as one column; an order without any is spared looking for them. */
const shipmentsInOrder = sql<
  ShownShipment[] | null
>`case when ${orders.shippedStatus} is not null then (
  select json_agg(json_build_object(
    'status', parcel.status,
    'carrier', parcel.carrier,
    'trackingNumber', parcel.tracking_number,
    'trackingUrl', parcel.tracking_url,
    'estimatedOn', parcel.estimated_on,
    'shippedAt', parcel.shipped_at,
    'deliveredAt', parcel.delivered_at,
    'lines', (
      select json_agg(json_build_object('position', packed.position, 'quantity', packed.quantity)
        order by packed.position)
      from ${shipmentLines} packed where packed.shipment_id = parcel.id
    )
  ) order by parcel.created_at, parcel.id)
  from ${shipments} parcel where parcel.order_id = orders.id
) end`.as('shipments');

/** The e-mail that was staged last, is not moot and does not wait for its time. An older version has recorded no channel. */
const lastMail = sql<StagedMail | null>`(
  select json_build_object(
    'step', ${fulfilments.step},
    'outcome', ${fulfilments.outcome},
    'doneAt', ${fulfilments.doneAt}
  )
  from ${fulfilments}
  where ${fulfilments.orderId} = ${orders.id}
    and coalesce(${fulfilments.channel}, case when ${fulfilments.step} like '%\_mail%' then 'mail' end) = 'mail'
    and ${fulfilments.outcome} is distinct from 'moot'
    and (${fulfilments.doneAt} is not null or ${fulfilments.notBefore} is null)
  order by ${fulfilments.stagedAt} desc, ${fulfilments.sequence} desc
  limit 1
)`.as('mail');

/** Queries of the confirmation page; no decisions. */
@Injectable()
export class ConfirmationRepository {
  private readonly shownBySession;
  private readonly shown = new MicroBatcher<string, ShownWithLines | undefined>(
    (stripeSessionIds) => this.findAllShown(stripeSessionIds),
    isDatabaseUnavailable,
  );

  constructor(private readonly database: Database) {
    // Runs with every request of the page: built once here, planned once per connection.
    const anyOf = sql`any(${sql.placeholder('stripeSessionIds')}::text[])`;
    this.shownBySession = database.queries
      .select({
        order: shownOfOrder,
        lines: linesInOrder,
        shipments: shipmentsInOrder,
        mail: lastMail,
      })
      .from(orders)
      .where(or(eq(orders.stripeSessionId, anyOf), eq(orders.stripeExpiredSessionId, anyOf)))
      .prepare('shown_by_session');
  }

  /** By the order's session, or by the expired session that it was recovered from. Concurrent calls share a query. */
  findShown(stripeSessionId: string): Promise<ShownWithLines | undefined> {
    return this.shown.add(stripeSessionId);
  }

  private async findAllShown(stripeSessionIds: string[]) {
    const rows = await this.shownBySession.execute({ stripeSessionIds });
    const bySession = new Map(rows.map((row) => [row.order.stripeSessionId, row]));
    const byExpired = new Map(rows.map((row) => [row.order.stripeExpiredSessionId, row]));
    return (id: string) => bySession.get(id) ?? byExpired.get(id);
  }

  /** @returns true for the first caller, once per order */
  async claimFirstView(id: string, now: Date): Promise<boolean> {
    const rows = await this.database.queries
      .update(orders)
      .set({ firstViewedAt: now })
      .where(and(eq(orders.id, id), isNull(orders.firstViewedAt)))
      .returning({ id: orders.id });
    return rows.length > 0;
  }
}
