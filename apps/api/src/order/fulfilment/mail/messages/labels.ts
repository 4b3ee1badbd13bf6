import { msg, plural } from '@lingui/core/macro';
import type { Recurring } from '../../../../database/schema/tables';

/** Labels of amounts and links. */
export const labels = {
  see: msg`See your order`,
  track: msg`Track your parcel`,
  /** The words of 2011/83/EU, Art. 11a. */
  withdraw: msg`Withdraw from contract here`,
  openVoucher: msg`Open the voucher`,
  openInstructions: msg`Open the instructions`,
  confirmDeposits: msg`Confirm the test deposits`,
  discount: msg`Discount`,
  shipping: msg`Shipping`,
  tax: msg`Tax`,
  /** Tax that the prices include. */
  taxIncluded: msg`Includes tax of`,
  total: msg`Total`,
  /** Of an order with a subscription. */
  totalToday: msg`Total today`,
  /** Of an order that ended without payment. */
  totalUnpaid: msg`Total, not paid`,
  /** What was paid in the shopper's own currency. */
  charged: msg`Charged`,
  thisRefund: msg`This refund`,
  /** All refunds together. */
  refunded: msg`Refunded in all`,
};

export const factLabels = {
  leftToPay: msg`Left to pay`,
  voucherNumber: msg`Voucher number`,
  payBy: msg`Pay by`,
  reference: msg`Reference`,
  depositsArrive: msg`Test deposits arrive`,
  nextCharge: msg`Next charge`,
  subscriptionEnds: msg`Subscription ends`,
  subscriptionEnded: msg`Subscription ended`,
  inParcel: msg`In this parcel`,
  carrier: msg`Carrier`,
  trackingNumber: msg`Tracking number`,
  expected: msg`Expected on`,
  delivered: msg`Delivered on`,
  paymentMethod: msg`Payment method`,
  shippingAddress: msg`Shipping address`,
};

export const legalLabels = {
  imprint: msg`Imprint`,
  privacy: msg`Privacy`,
  terms: msg`Terms`,
  shipping: msg`Shipping and returns`,
  withdrawal: msg`Right of withdrawal`,
};

export const paymentMethodLabels = {
  card: msg`Card`,
  bankAccount: msg`Bank account`,
  bankTransfer: msg`Bank transfer`,
  konbini: msg`Convenience store (konbini)`,
};

export const endingIn = (name: string, last4: string) => msg`${name} ending in ${last4}`;

export const orderLabel = (orderNumber: string) => msg`Order ${orderNumber}`;

/** @param moment with its time and zone */
export const orderedLabel = (moment: string) => msg`Ordered on ${moment}`;

/** What recurring lines cost from the next time on. */
export const thenLabel = (every: string, isExact: boolean) =>
  isExact ? msg`Then ${every}` : msg`Then ${every}, before tax, shipping and discounts`;

/** How often a line is paid for again. */
export function recurrence({ interval, intervalCount: count }: Recurring) {
  switch (interval) {
    case 'day':
      return msg`${plural(count, { one: 'every day', other: 'every # days' })}`;
    case 'week':
      return msg`${plural(count, { one: 'every week', other: 'every # weeks' })}`;
    case 'month':
      return msg`${plural(count, { one: 'every month', other: 'every # months' })}`;
    case 'year':
      return msg`${plural(count, { one: 'every year', other: 'every # years' })}`;
  }
}
