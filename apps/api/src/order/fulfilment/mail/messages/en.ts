import { everyIn } from './every-in';
import type { MailMessages } from './mail-messages.types';

export const english: MailMessages = {
  confirmed: {
    subject: (orderNumber, shop) => `Your order ${orderNumber} at ${shop}`,
    greeting: (name) => (name ? `Thanks for your order, ${name}!` : 'Thanks for your order!'),
    news: 'Your payment has come in and your order is confirmed.',
  },
  paymentReceived: {
    subject: (orderNumber, shop) =>
      `We have received your payment for order ${orderNumber} at ${shop}`,
    greeting: (name) => (name ? `Thanks for your order, ${name}!` : 'Thanks for your order!'),
    news: 'Your bank has completed the payment and your order is confirmed.',
  },
  paymentFailed: {
    subject: (orderNumber, shop) =>
      `The payment for your order ${orderNumber} at ${shop} did not go through`,
    greeting: (name) => (name ? `Hello ${name},` : 'Hello,'),
    news: 'Your payment did not go through. Nothing was taken, and you are welcome to order again.',
  },
  refund: {
    subject: (orderNumber, shop) => `A refund for your order ${orderNumber} at ${shop}`,
    greeting: (name) => (name ? `Hello ${name},` : 'Hello,'),
    news: 'We have sent you a refund. It can take your bank 5 to 10 days to show it.',
  },
  refundPending: {
    subject: (orderNumber, shop) =>
      `A refund for your order ${orderNumber} at ${shop} is on its way`,
    greeting: (name) => (name ? `Hello ${name},` : 'Hello,'),
    news: 'We have started a refund for your order. Your bank has not confirmed it yet. We will write to you again when it has.',
  },
  refundRequiresAction: {
    subject: (orderNumber, shop) =>
      `Your bank details are needed for the refund of order ${orderNumber} at ${shop}`,
    greeting: (name) => (name ? `Hello ${name},` : 'Hello,'),
    news: 'We have started a refund for your order. Stripe, our payment provider, asks you in an e-mail of its own where to send the money.',
  },
  refundFailed: {
    subject: (orderNumber, shop) => `The refund for your order ${orderNumber} at ${shop} failed`,
    greeting: (name) => (name ? `Hello ${name},` : 'Hello,'),
    news: 'Your bank did not accept our refund, so you do not have the money yet. We know about it and will put it right.',
  },
  order: 'Order',
  see: 'See your order',
  discount: 'Discount',
  shipping: 'Shipping',
  tax: 'Tax',
  taxIncluded: 'Includes tax of',
  total: 'Total',
  charged: 'Charged',
  thisRefund: 'This refund',
  refunded: 'Refunded in all',
  every: everyIn({
    day: ['every day', 'every # days'],
    week: ['every week', 'every # weeks'],
    month: ['every month', 'every # months'],
    year: ['every year', 'every # years'],
  }),
};
