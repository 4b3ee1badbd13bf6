import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { ConfirmationState } from '@shop/contract';
import type { PaymentKind } from './payment-kind';

/** What the messages of a state say of its order. */
export type Said = {
  /** Empty when nobody knows it, or the view hides it. */
  name: string;
  /** Of the refunds that the state is about, formatted: their sum, or the last one that failed. */
  amount: string;
  by: PaymentKind;
  /** Whether it is charged again. */
  renews: boolean;
  /** Whether Stripe can still charge the subscription that it has started. */
  goesOn: boolean;
  /** Milliseconds since the state began, as far as the order says. */
  ageMs: number;
};

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;
/** 10 working days, within which a bank shows a refund: https://docs.stripe.com/refunds */
const SHOWING_REFUND_MS = 14 * DAY_MS;

export type Message = MessageDescriptor | ((said: Said) => MessageDescriptor);
/** What is true for some time only. */
type Soon = (said: Said) => MessageDescriptor | null;
export type Messages = readonly [heading: Message, lead: Message, soon?: Soon];

const thanks = ({ name }: Said) =>
  name ? msg`Thanks for your order, ${name}!` : msg`Thanks for your order!`;

const refundShows: Soon = ({ ageMs }) =>
  ageMs < SHOWING_REFUND_MS ? msg`It can take your bank 5 to 10 days to show it.` : null;

/** By the way to pay; `other` for those that are not named. */
type ByKind = Partial<Record<PaymentKind, MessageDescriptor>> & { other: MessageDescriptor };
const byKind =
  (messages: ByKind) =>
  ({ by }: Said): MessageDescriptor =>
    messages[by] ?? messages.other;

const orderAgain = byKind({
  voucher: msg`Nothing was charged, and the voucher is no longer valid. If you still want these things, you can order again.`,
  transfer: msg`So this order has ended. If you have transferred a part of the amount, please ask us to send it back.`,
  unknown: msg`You’re welcome to order again, perhaps with another way to pay.`,
  other: msg`Nothing was taken from your account. You’re welcome to order again, perhaps with another way to pay.`,
});

/**
 * The messages of a state: its heading says what happened, its lead says what happens next. `cancelled`: the shop has
 * refused the order, and no money of it is there.
 */
export const stateMessages: Readonly<Record<ConfirmationState | 'cancelled', Messages>> = {
  confirmed: [
    thanks,
    byKind({
      debit: msg`Your bank has completed the payment and your order is confirmed.`,
      voucher: msg`Your voucher has been paid and your order is confirmed.`,
      transfer: msg`Your bank transfer has come in in full and your order is confirmed.`,
      other: msg`Your payment has come in and your order is confirmed.`,
    }),
  ],
  nothing_to_pay: [
    thanks,
    ({ renews }) =>
      renews
        ? msg`Your order is confirmed. There is nothing to pay today.`
        : msg`Your order is confirmed. There is nothing to pay.`,
  ],
  processing: [
    byKind({
      debit: msg`Your bank is processing your payment`,
      other: msg`Your payment is being processed`,
    }),
    byKind({
      debit: msg`Your order is in. A bank usually takes 2 to 14 days; we’ll e-mail you as soon as the payment has come in. Please don’t pay again.`,
      other: msg`Your order is in. Some ways to pay take several days; we’ll e-mail you as soon as the payment has come in. Please don’t pay again.`,
    }),
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
    msg`Your order is in and waits for this check. There is nothing you need to do: if all is well, we’ll e-mail you the confirmation. You won’t be charged twice; please don’t pay again.`,
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
    byKind({
      voucher: msg`Your voucher wasn’t paid`,
      transfer: msg`Your bank transfer didn’t come in in full`,
      other: msg`Your payment didn’t go through`,
    }),
    (said) =>
      said.goesOn ? msg`The last payment failed. Please check how you pay.` : orderAgain(said),
  ],
  expired: [
    msg`This checkout has expired`,
    msg`Nothing was charged. If you still want these things, you can start again.`,
  ],
  cancelled: [
    msg`Your order is cancelled`,
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
    ({ amount }) => msg`Your order is confirmed, and ${amount} of it has been refunded.`,
    refundShows,
  ],
  refunded: [
    msg`Your order has been refunded`,
    ({ amount }) => msg`We have sent ${amount} back to you.`,
    refundShows,
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
    ({ ageMs }) =>
      ageMs < HOUR_MS
        ? msg`This usually takes a moment. Please don’t pay again.`
        : msg`This takes longer than usual. Please don’t pay again.`,
  ],
};

/** Stripe says so some time after a voucher's deadline. Until then its payment can still come in. */
export const overdueVoucher: Messages = [
  msg`The time to pay your voucher is over`,
  msg`If you have paid it, we’ll e-mail you as soon as the payment has come in. If not, this order ends by itself.`,
];
