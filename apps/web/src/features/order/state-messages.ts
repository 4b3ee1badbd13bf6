import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { Confirmation, ConfirmationState, OrderRefund } from '@shop/contract';
import { refundedSum, refundSum } from './refund-sum';
import { shownName } from './shown-name';

/** What the messages of a state say of its order. */
type Said = {
  /** Empty when nobody knows it, or the view hides it. */
  name: string;
  /** The sum of the refunds that the state is about, formatted. */
  amount: string;
};

type Message = MessageDescriptor | ((said: Said) => MessageDescriptor);

const thanks = ({ name }: Said) =>
  name ? msg`Thanks for your order, ${name}!` : msg`Thanks for your order!`;

/** The messages of a state: its heading says what happened, its lead says what happens next. */
const stateMessages: Readonly<Record<ConfirmationState, [heading: Message, lead: Message]>> = {
  confirmed: [
    thanks,
    msg`Your payment has come in and your order is confirmed. We’re getting it ready.`,
  ],
  nothing_to_pay: [
    thanks,
    msg`Your order is confirmed. There is nothing to pay. We’re getting it ready.`,
  ],
  processing: [
    msg`Your bank is processing your payment`,
    msg`Your order is in. A bank usually takes 2 to 14 days; we’ll e-mail you as soon as the payment has come in. Please don’t pay again.`,
  ],
  awaiting_voucher: [
    msg`One step left: pay your voucher`,
    msg`Your order is reserved. Pay the voucher before it expires, and we’ll e-mail you as soon as the payment has come in.`,
  ],
  awaiting_bank_transfer: [
    msg`One step left: make your bank transfer`,
    msg`Your order is reserved. You can transfer the amount in parts, each with the reference. We’ll e-mail you as soon as all of it has come in.`,
  ],
  awaiting_microdeposits: [
    msg`One step left: confirm your bank account`,
    msg`Stripe, our payment provider, sends one or two very small test deposits to your bank account. Once you see them there, confirm them. Only then does your payment start.`,
  ],
  payment_review: [
    msg`We’re checking your payment`,
    msg`Your order is in and waits for this check. There is nothing you need to do: we’ll e-mail you afterwards. You won’t be charged twice; please don’t pay again.`,
  ],
  under_review: [
    msg`A person is looking at your order`,
    msg`We want to be sure that all is right before we go on. There is nothing you need to do. Please don’t pay again.`,
  ],
  open: [
    msg`Your order isn’t finished yet`,
    msg`You have not been charged. You can go on where you left off.`,
  ],
  payment_failed: [
    msg`Your payment didn’t go through`,
    msg`Nothing was taken from your account. You’re welcome to order again, perhaps with another way to pay.`,
  ],
  expired: [
    msg`This checkout has expired`,
    msg`Nothing was charged. If you still want these things, you can start again.`,
  ],
  refund_pending: [
    ({ amount }) => msg`Your refund of ${amount} is on its way`,
    msg`It depends on your bank how soon it reaches you.`,
  ],
  refund_requires_action: [
    ({ amount }) => msg`Your refund of ${amount} needs your bank details`,
    msg`Stripe, our payment provider, has asked you for them by e-mail. Please answer that e-mail; the refund is made after that.`,
  ],
  refund_failed: [
    ({ amount }) => msg`Your refund of ${amount} didn’t reach you`,
    msg`It could not be paid out. We know about it and will put it right.`,
  ],
  partially_refunded: [
    thanks,
    ({ amount }) =>
      msg`Your order is confirmed, and ${amount} of it has been refunded. It can take your bank 5 to 10 days to show it.`,
  ],
  refunded: [
    msg`Your order has been refunded`,
    ({ amount }) =>
      msg`We have sent ${amount} back to you. It can take your bank 5 to 10 days to show it.`,
  ],
  disputed: [
    msg`The payment of your order is being disputed`,
    msg`The bank has not decided yet. There is nothing you need to do now.`,
  ],
  dispute_lost: [
    msg`Your bank has taken the payment back`,
    msg`Your order is closed, and nothing more will be sent for it.`,
  ],
  checking: [
    msg`We’re checking your order`,
    msg`This usually takes a moment. Please don’t pay again.`,
  ],
};

const REFUND_OF: Partial<Record<ConfirmationState, OrderRefund['status']>> = {
  refund_pending: 'pending',
  refund_requires_action: 'requires_action',
  refund_failed: 'failed',
};

/**
 * What the page says of an order: in its heading, in the text below it, and of a dispute that the heading is not about.
 * Only the full view shows the customer's name.
 *
 * @param format formats an amount in minor units of a currency
 */
export function orderMessages(
  order: Confirmation,
  format: (amountMinor: number, currency: string) => string,
): { heading: MessageDescriptor; lead: MessageDescriptor; dispute: MessageDescriptor | null } {
  const status = REFUND_OF[order.state];
  const { amountMinor, currency } = status ? refundSum(order, status) : refundedSum(order);
  const said: Said = {
    name: order.view === 'full' ? shownName(order.customerName ?? '') : '',
    amount: format(amountMinor, currency),
  };
  // A page that stays open can meet a newer API. An unknown state is shown as "checking", which claims nothing.
  const [heading, lead] = stateMessages[order.state] ?? stateMessages.checking;
  const fill = (message: Message) => (typeof message === 'function' ? message(said) : message);
  const dispute = order.dispute === 'open' ? 'disputed' : 'dispute_lost';
  return {
    heading: fill(heading),
    lead: fill(lead),
    // Also where the state is about something else, such as a review.
    dispute: order.dispute && order.state !== dispute ? fill(stateMessages[dispute][0]) : null,
  };
}
