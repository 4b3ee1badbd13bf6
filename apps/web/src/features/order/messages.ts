import type { Confirmation, ConfirmationState } from '@shop/contract';

/** What happened, and what happens next, for each state. */
type StateWords = { heading: (name: string | null) => string; lead: string };

const thanks = (name: string | null) =>
  name ? `Thanks for your order, ${name}!` : 'Thanks for your order!';
const always = (heading: string) => () => heading;

const stateMessages: Readonly<Record<ConfirmationState, StateWords>> = {
  confirmed: {
    heading: thanks,
    lead: 'Your payment has come in and your order is confirmed. We’re getting it ready.',
  },
  nothing_to_pay: {
    heading: thanks,
    lead: 'Your order is confirmed. There is nothing to pay. We’re getting it ready.',
  },
  processing: {
    heading: always('Your bank is processing your payment'),
    lead: 'Your order is in. A bank usually takes 2 to 14 days; we’ll e-mail you as soon as the payment has come in. Please don’t pay again.',
  },
  awaiting_voucher: {
    heading: always('One step left: pay your voucher'),
    lead: 'Your order is reserved. Pay the voucher before it expires, and we’ll e-mail you as soon as the payment has come in.',
  },
  open: {
    heading: always('Your order isn’t finished yet'),
    lead: 'You have not been charged. You can go on where you left off.',
  },
  payment_failed: {
    heading: always('Your payment didn’t go through'),
    lead: 'Nothing was taken from your account. You’re welcome to order again, perhaps with another way to pay.',
  },
  expired: {
    heading: always('This checkout has expired'),
    lead: 'Nothing was charged. If you still want these things, you can start again.',
  },
  partially_refunded: {
    heading: thanks,
    lead: 'Your order is confirmed, and a part of it has been refunded to the way you paid. A refund takes 5 to 10 days to arrive.',
  },
  refunded: {
    heading: always('Your order has been refunded'),
    lead: 'The whole amount is on its way back to the way you paid. A refund takes 5 to 10 days to arrive.',
  },
  disputed: {
    heading: always('The payment of your order is being disputed'),
    lead: 'We received your payment, and the bank has been asked to look into it. There is nothing you need to do now. If this is a surprise to you, please write to us.',
  },
  checking: {
    heading: always('We’re checking your order'),
    lead: 'This usually takes a moment. Please don’t pay again; if anything is missing, we’ll e-mail you.',
  },
};

/** What the page says first about an order; a name only to those who may see it. */
export function orderTitle(order: Confirmation): string {
  return wordsOf(order.state).heading(order.view === 'full' ? order.customerName : null);
}

export function orderLead(order: Confirmation): string {
  return wordsOf(order.state).lead;
}

// A page left open may meet an API newer than itself; what it does not know, it does not claim.
function wordsOf(state: ConfirmationState): StateWords {
  return stateMessages[state] ?? stateMessages.checking;
}

/** The other words of the confirmation page. */
export const messages = {
  loadingHeading: 'Looking up your order…',
  loadingLead: 'This takes a moment.',

  confirmationSent: (email: string) => `A confirmation is on its way to ${email}.`,
  continuePaying: 'Continue to payment',
  continueElsewhere: 'Please go on in the browser you started in, or begin again from your cart.',
  openVoucher: 'Open the voucher',
  voucherElsewhere: 'You’ll find the voucher in the e-mail we sent you.',
  orderAgain: 'Back to your cart',
  recover: 'Pick up where you left off',
  writeToUs: 'Questions? Answer the e-mail we sent you and quote the order number.',
  keepShopping: 'Keep shopping',
  print: 'Print or save as PDF',

  details: 'Order details',
  orderNumber: 'Order number',
  orderedOn: 'Ordered on',
  email: 'E-mail',
  paidWith: 'Payment method',
  receipt: 'Receipt',
  openReceipt: 'Open Stripe’s receipt',
  shippingTo: 'Shipping to',
  card: 'Card',
  bankAccount: 'Bank account',
  endingIn: (name: string, last4: string) => `${name} ending in ${last4}`,

  summary: 'What you ordered',
  quantity: (count: number) => `Quantity ${count}`,
  each: 'each',
  subtotal: 'Subtotal',
  discount: 'Discount',
  shipping: 'Shipping',
  tax: 'Tax',
  total: 'Total',
  charged: 'You were charged',
  orderTotal: 'Order total',
  refunded: 'Refunded',

  stillAsking: 'This page changes by itself when there is news.',
  connectionLost: (time: string) =>
    `We can’t get any news at the moment. This is what we knew at ${time}; we keep trying.`,
  offline: (time: string) =>
    `You’re offline. This is what we knew at ${time}; we go on as soon as you’re back.`,
  slow: 'This takes longer than usual. Your order is safe; we keep trying.',
  offlineFirst: 'You’re offline. Your order is safe; we look it up as soon as you’re back.',

  verifyTitle: 'Is this your order?',
  verifyLead: (maskedEmail: string | null) =>
    maskedEmail
      ? `To protect the buyer, personal details are hidden here. Enter the e-mail address of the order (${maskedEmail}) to see them.`
      : 'To protect the buyer, personal details are hidden here. Enter the e-mail address of the order to see them.',
  verifyLabel: 'E-mail address',
  verifySubmit: 'Show the whole order',
  verifying: 'Checking…',
  verifyRefused:
    'That isn’t the e-mail address of this order. Please check it for typing errors and try again.',
  verifyTooMany: (minutes: number) =>
    `That was too many tries. Please try again in ${minutes === 1 ? 'a minute' : `${minutes} minutes`}.`,

  notFoundTitle: 'We can’t find this order',
  notFoundLead:
    'The link may be incomplete or too old. Please open the one in your confirmation e-mail.',
  missingTitle: 'We can’t tell which order you mean',
  missingLead: 'The address of this page should name your order, and it doesn’t.',
  paidAnyway:
    'If you have just paid, your order is safe: the confirmation comes to you by e-mail, with your order number and a link to this page. Please don’t pay again.',
  toShop: 'Back to the shop',
} as const;
