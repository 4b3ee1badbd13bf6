import { eq, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { OrderFilter } from '@shop/contract';
import { fulfilments } from '../database/schema/fulfilment-tables';
import { orders } from '../database/schema/tables';
import { ANSWERED_STATUSES, statusesOf } from '../order/facts/dispute-standing';

/** A list of staff, as it is at a moment. */
export interface OrderList {
  filter: OrderFilter;
  now: Date;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** For so long a bank transfer may be on its way. */
const TRANSFER_MS = 7 * DAY_MS;

/** For so long a card's owner can dispute a payment at most banks. A shop may leave a warning alone. */
const WARNED_MS = 120 * DAY_MS;

const ago = (now: Date, ms: number) => new Date(now.getTime() - ms).toISOString();

/**
 * Which orders a list has. The overview counts the same ones, and the page of each says the same: see `whatIsWrong`. Those
 * that wait for a person are found by an index of few rows.
 */
export function ordersOf({ filter, now }: OrderList): SQL {
  switch (filter) {
    case 'review_open':
      return sql`(${orders.reviewReason} is not null and ${orders.reviewResolvedAt} is null)`;
    case 'state_unknown':
      return sql`(${orders.sessionState} = 'checking' and ${orders.reviewReason} is null and ${orders.reviewResolvedAt} is null)`;
    case 'payment_review':
      return sql`(${orders.sessionState} = 'payment_review' and (${orders.reviewReason} is null or ${orders.reviewResolvedAt} is not null))`;
    // Stripe waits for the shop or the bank; see `disputeStanding`.
    case 'dispute_open':
      return sql`(${orders.dispute} is not null and ${disputeStatus} not in ${statusesOf('none', 'lost')})`;
    case 'evidence_due':
      return sql`(${orders.dispute} is not null and ${disputeStatus} not in ${ANSWERED_STATUSES})`;
    case 'fraud_warning':
      return sql`(${orders.fraudWarnedAt} > ${ago(now, WARNED_MS)}::timestamptz and ${isNotGoingBack}
        and (${orders.dispute} is null or ${disputeStatus} in ${statusesOf('inquiry')}))`;
    case 'refund_refused':
      return sql`(${orders.cancelRefund} = 'refused' and ${isNotGoingBack}
        and (${orders.dispute} is null or ${disputeStatus} not in ${statusesOf('lost')}))`;
    case 'refund_failed':
      return sql`(${orders.refunds} @> '[{"status": "failed"}]' and ${hasFailedStill}
        and (${orders.dispute} is null or ${disputeStatus} not in ${statusesOf('lost')}))`;
    case 'transfer_awaited':
      return sql`(${orders.status} = 'processing' and ${orders.sessionState} = 'awaiting_bank_transfer'
        and ${orders.createdAt} < ${ago(now, TRANSFER_MS)}::timestamptz)`;
    case 'telling_held':
      return TELLING_HELD;
    case 'sync_failed':
      return sql`${orders.syncFailure} is not null`;
    case 'not_delivered':
      return sql`${orders.id} in (select ${fulfilments.orderId} from ${fulfilments}
        where ${fulfilments.outcome} = 'undeliverable')`;
    default:
      return eq(orders.status, filter);
  }
}

/** Of a paid session that a person was alerted about: an order can have been made of it since. */
export const WITHOUT_ORDER = sql`not exists (
  select from orders where orders.stripe_session_id = foreign_payments.stripe_id)`;

/** Nothing is told about it until a person says so, and it was rebuilt or has something to tell. */
const TELLING_HELD = sql`(${orders.tellingHeldAt} is not null and (${orders.rebuiltAt} is not null or exists (
  select from fulfilments where fulfilments.order_id = ${orders.id} and fulfilments.done_at is null)))`;

const disputeStatus = sql`${orders.dispute} ->> 'status'`;

/** As `isGoingBack`. */
const isNotGoingBack = sql`greatest(${orders.refundedMinor}, (
  select coalesce(sum((made.refund ->> 'amountMinor')::bigint), 0)
  from jsonb_array_elements(${orders.refunds}) as made(refund)
  where made.refund ->> 'status' <> 'failed')) < ${orders.totalMinor}`;

/** As `failedStill`. */
const hasFailedStill = sql`exists (
  select from jsonb_array_elements(${orders.refunds}) with ordinality as failed(refund, place)
  where failed.refund ->> 'status' = 'failed' and (failed.refund ->> 'amountMinor')::bigint > (
    select coalesce(sum((later.refund ->> 'amountMinor')::bigint), 0)
    from jsonb_array_elements(${orders.refunds}) with ordinality as later(refund, place)
    where later.place > failed.place and later.refund ->> 'status' <> 'failed'))`;
