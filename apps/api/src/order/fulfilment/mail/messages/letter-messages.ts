import { msg } from '@lingui/core/macro';

/** The e-mail that a shopper gets who looks for an order. */
export const foundOrders = {
  subject: (shop: string) => msg`Your orders at ${shop}`,
  greeting: msg`Here is what you were looking for`,
  news: [
    msg`Somebody has asked us for the links to the orders of this e-mail address. Each link opens its order in any browser, for 30 days.`,
    msg`If it was not you, you need not do anything: the links went to you alone. Please do not pass them on.`,
  ],
  link: (orderNumber: string, day: string) => msg`Order ${orderNumber} of ${day}`,
};

/** The acknowledgement of a withdrawal. It is none of its acceptance. */
export const acknowledgement = {
  subject: (reference: string, shop: string) =>
    msg`We have received your withdrawal ${reference} at ${shop}`,
  greeting: msg`We have received your withdrawal`,
  news: [
    msg`Below is what you have declared, and when it reached us. Please keep this e-mail as your proof.`,
    msg`We will look at it and write to you about the return and the refund. This e-mail does not yet say that your withdrawal is valid.`,
    msg`If you have not declared this, please write to us.`,
  ],
};

export const withdrawalLabels = {
  receivedAt: msg`Received`,
  reference: msg`Reference of the withdrawal`,
  orderNumber: msg`Order, as you have named it`,
  name: msg`Name`,
  email: msg`E-mail address for this acknowledgement`,
  items: msg`What you withdraw from`,
  all: msg`The whole order`,
  reason: msg`Reason`,
  /** A hash over the record, so that nobody can change it later. */
  fingerprint: msg`Fingerprint of our record (SHA-256)`,
};
