import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { Confirmation, ConfirmationState } from '@shop/contract';

/** The messages of a state: its heading says what happened, its lead says what happens next. */
type StateMessages = {
  heading: (name: string | null) => MessageDescriptor;
  lead: MessageDescriptor;
};

const thanks = (name: string | null) =>
  name ? msg`Thanks for your order, ${name}!` : msg`Thanks for your order!`;
const always = (heading: MessageDescriptor) => () => heading;

const stateMessages: Readonly<Record<ConfirmationState, StateMessages>> = {
  confirmed: {
    heading: thanks,
    lead: msg`Your payment has come in and your order is confirmed. We’re getting it ready.`,
  },
  nothing_to_pay: {
    heading: thanks,
    lead: msg`Your order is confirmed. There is nothing to pay. We’re getting it ready.`,
  },
  processing: {
    heading: always(msg`Your bank is processing your payment`),
    lead: msg`Your order is in. A bank usually takes 2 to 14 days; we’ll e-mail you as soon as the payment has come in. Please don’t pay again.`,
  },
  awaiting_voucher: {
    heading: always(msg`One step left: pay your voucher`),
    lead: msg`Your order is reserved. Pay the voucher before it expires, and we’ll e-mail you as soon as the payment has come in.`,
  },
  open: {
    heading: always(msg`Your order isn’t finished yet`),
    lead: msg`You have not been charged. You can go on where you left off.`,
  },
  payment_failed: {
    heading: always(msg`Your payment didn’t go through`),
    lead: msg`Nothing was taken from your account. You’re welcome to order again, perhaps with another way to pay.`,
  },
  expired: {
    heading: always(msg`This checkout has expired`),
    lead: msg`Nothing was charged. If you still want these things, you can start again.`,
  },
  partially_refunded: {
    heading: thanks,
    lead: msg`Your order is confirmed, and a part of it has been refunded to the way you paid. A refund takes 5 to 10 days to arrive.`,
  },
  refunded: {
    heading: always(msg`Your order has been refunded`),
    lead: msg`The whole amount is on its way back to the way you paid. A refund takes 5 to 10 days to arrive.`,
  },
  disputed: {
    heading: always(msg`The payment of your order is being disputed`),
    lead: msg`We received your payment, and the bank has been asked to look into it. There is nothing you need to do now. If this is a surprise to you, please write to us.`,
  },
  checking: {
    heading: always(msg`We’re checking your order`),
    lead: msg`This usually takes a moment. Please don’t pay again; if anything is missing, we’ll e-mail you.`,
  },
};

/** Heading of the page for an order. Only the full view shows the customer's name. */
export function orderTitle(order: Confirmation): MessageDescriptor {
  return messagesOf(order.state).heading(order.view === 'full' ? order.customerName : null);
}

/** Text below the heading. */
export function orderLead(order: Confirmation): MessageDescriptor {
  return messagesOf(order.state).lead;
}

// A page that stays open can meet a newer API. An unknown state is shown as "checking", which claims nothing.
function messagesOf(state: ConfirmationState): StateMessages {
  return stateMessages[state] ?? stateMessages.checking;
}
