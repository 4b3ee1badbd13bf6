import type { ProblemCode } from '@shop/contract';
import type { OrderLineRow, OrderRow } from '../database/schema/tables';
import { hasEndedUnpaid } from './facts/ended-unpaid';
import { disputeStanding } from './facts/dispute-standing';
import { isDue, isHeld } from './facts/goods-due';
import { isReviewOpen } from './facts/is-review-open';
import { isShippable } from './facts/shop-status';

/** Until when orders may be changed. */
export interface ChangeRules {
  /** `cancellation.minutes` of the shop file; 0: never. For staff Infinity: until something is sent. */
  minutes: number;
  now: Date;
}

/** What decides whether an order can be changed. */
export type ChangeFacts = Parameters<typeof isDue>[0] &
  Pick<
    OrderRow,
    | 'createdAt'
    | 'paidAt'
    | 'mode'
    | 'shippedStatus'
    | 'reviewReason'
    | 'erasedAt'
    | 'shippingAddress'
  >;

export interface ChangeRefusal {
  code: Extract<
    ProblemCode,
    'CHANGES_NOT_OFFERED' | 'CHANGES_TOO_LATE' | 'ORDER_NOT_CHANGEABLE' | 'PAYMENT_STILL_PROCESSING'
  >;
  /** For developers, as the end of a sentence that begins with the order. */
  why: string;
}

/** When the time ends in which an order can be changed. It begins with the order, and again when it is paid. Pure. */
export const changeEnd = (
  { paidAt, createdAt }: Pick<OrderRow, 'paidAt' | 'createdAt'>,
  minutes: number,
): Date => new Date((paidAt ?? createdAt).getTime() + minutes * 60_000);

/**
 * Why an order cannot be cancelled; undefined: it can be. Pure. What the bank, a person or the warehouse has begun
 * comes first. A declared withdrawal does not: anybody can declare one, and it asks for less than this does.
 */
export function whyNotCancellable(
  order: ChangeFacts,
  lines: readonly Pick<OrderLineRow, 'recurring' | 'shippable'>[],
  rules: ChangeRules,
): ChangeRefusal | undefined {
  if (rules.minutes === 0) return NOT_OFFERED;
  return (
    whyNeverAgain(order) ??
    whyNotGoods(order, lines) ??
    whyNotPaid(order) ??
    whyMoneyForbids(order) ??
    whyTooLate(order, rules)
  );
}

/** Why an order whose payment was awaited has not ended, although staff have had its payment cancelled. Pure. */
export function whyStillOpen(order: ChangeFacts): ChangeRefusal {
  const paid = never('has been paid meanwhile: cancel it once more, and the payment is refunded');
  return whyNeverAgain(order) ?? whyNotPaid(order) ?? paid;
}

/** Why its shopper cannot correct the shipping address of an order; undefined: it can be corrected. Pure. */
export function whyAddressFixed(order: ChangeFacts, rules: ChangeRules): ChangeRefusal | undefined {
  if (rules.minutes === 0) return NOT_OFFERED;
  if (!order.shippingAddress) return never('has no shipping address');
  const refusal = whyNeverAgain(order);
  if (refusal) return refusal;
  if (order.status === 'pending') return never('is not placed yet');
  if (order.status === 'paid' && !isDue(order))
    return whyMoneyForbids(order) ?? never('is not due');
  return whyTooLate(order, rules);
}

const NOT_OFFERED: ChangeRefusal = {
  code: 'CHANGES_NOT_OFFERED',
  why: 'is of a shop whose cancellation.minutes is 0',
};
const never = (why: string): ChangeRefusal => ({ code: 'ORDER_NOT_CHANGEABLE', why });

function whyNeverAgain(order: ChangeFacts): ChangeRefusal | undefined {
  if (order.cancelledAt) return never('is cancelled already');
  if (order.erasedAt) return never('has no personal data any more');
  if (isHeld(order) || isReviewOpen(order)) return never('is under review');
  return hasEndedUnpaid(order.status) ? never('has ended without payment') : undefined;
}

/** Asked before the payment: nobody is told to wait for what will not be possible then either. */
function whyNotGoods(
  { mode }: ChangeFacts,
  lines: readonly Pick<OrderLineRow, 'recurring' | 'shippable'>[],
): ChangeRefusal | undefined {
  if (mode === 'subscription' || lines.some(({ recurring }) => recurring))
    return never('renews: its subscription is ended in the portal');
  return lines.every(isShippable) ? undefined : never('has something in it that is not sent');
}

function whyNotPaid({ status, sessionState }: ChangeFacts): ChangeRefusal | undefined {
  if (status === 'processing' && sessionState === 'processing')
    return { code: 'PAYMENT_STILL_PROCESSING', why: 'is paid when its payment has come in' };
  return status === 'paid' ? undefined : never('is not paid');
}

function whyMoneyForbids(order: ChangeFacts): ChangeRefusal | undefined {
  const standing = disputeStanding(order.dispute);
  if (standing === 'open' || standing === 'lost') return never('is disputed');
  return isDue(order) ? undefined : never('is refunded in full, or about to be');
}

function whyTooLate(order: ChangeFacts, { minutes, now }: ChangeRules): ChangeRefusal | undefined {
  const late = (why: string): ChangeRefusal => ({ code: 'CHANGES_TOO_LATE', why });
  if (order.shippedStatus) return late('is on its way, in part or as a whole');
  if (minutes === Infinity) return undefined;
  return now < changeEnd(order, minutes) ? undefined : late('is older than the shop allows');
}
