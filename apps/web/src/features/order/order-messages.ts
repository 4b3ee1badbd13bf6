import type { MessageDescriptor } from '@lingui/core';
import type { Confirmation, ConfirmationState } from '@shop/contract';
import { goesOn } from './goes-on';
import { paymentKind, type PaymentKind } from './payment-kind';
import { failedRefund, refundedSum, refundSum, type Amount } from './refund-sum';
import { shownName } from './shown-name';
import { overdueVoucher, stateMessages, type Message, type Said } from './state-messages';

/** Of other states: what has been refunded. */
const AMOUNT_OF: Partial<Record<ConfirmationState, (order: Confirmation) => Amount>> = {
  refund_pending: (order) => refundSum(order, 'pending'),
  refund_requires_action: (order) => refundSum(order, 'requires_action'),
  refund_failed: failedRefund,
};

/**
 * What the page says of an order: in its heading, in the text below it, what is true for some time only, and of a dispute
 * that the heading is not about. Only the full view shows the customer's name, and knows how the order was paid.
 *
 * @param format formats an amount in minor units of a currency
 * @param now milliseconds since 1970
 */
export function orderMessages(
  order: Confirmation,
  format: (amountMinor: number, currency: string) => string,
  now: number,
): StateMessages {
  const { amountMinor, currency } = (AMOUNT_OF[order.state] ?? refundedSum)(order);
  const by = paymentKind(order);
  const said: Said = {
    name: order.view === 'full' ? shownName(order.customerName ?? '') : '',
    amount: format(amountMinor, currency),
    by,
    renews: order.subscription?.renewals[0] !== undefined,
    goesOn: goesOn(order),
    ageMs: now - beginningOf(order),
  };
  // A page that stays open can meet a newer API. An unknown state is shown as "checking", which claims nothing.
  const known = stateMessages[endedState(order, by)] ?? stateMessages.checking;
  const [heading, lead, soon] = isOverdue(order, now) ? overdueVoucher : known;
  const fill = (message: Message) => (typeof message === 'function' ? message(said) : message);
  const dispute = order.dispute === 'open' ? 'disputed' : 'dispute_lost';
  return {
    heading: fill(heading),
    lead: fill(lead),
    soon: soon?.(said) ?? null,
    // Also where the state is about something else, such as a review.
    dispute: order.dispute && order.state !== dispute ? fill(stateMessages[dispute][0]) : null,
  };
}

type StateMessages = Record<'heading' | 'lead', MessageDescriptor> &
  Record<'soon' | 'dispute', MessageDescriptor | null>;

/** When the state began, as far as the order says: by the last refund, or by the payment; else with the order. */
function beginningOf({ refunds, paidAt, createdAt }: Confirmation): number {
  const refundedAt = refunds.findLast(({ status }) => status === 'succeeded')?.createdAt;
  return Date.parse(refundedAt ?? paidAt ?? createdAt);
}

/**
 * Of what has `expired`: what waited for a voucher, a transfer or a bank was given up, so its payment ended, and what the
 * shop has refused is cancelled. Neither is a checkout that its shopper let expire.
 */
function endedState(
  { state, shopStatus }: Confirmation,
  by: PaymentKind,
): keyof typeof stateMessages {
  if (state !== 'expired') return state;
  if (shopStatus === 'cancelled') return shopStatus;
  return by !== 'other' && by !== 'unknown' ? 'payment_failed' : state;
}

/** A voucher without a deadline never is. */
function isOverdue(order: Confirmation, now: number): boolean {
  return (
    order.view === 'full' &&
    order.state === 'awaiting_voucher' &&
    Date.parse(order.voucher?.expiresAt ?? '') <= now
  );
}
