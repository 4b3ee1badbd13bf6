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
    news: 'We have refunded your order. It can take your bank 5 to 10 days to show it.',
  },
  order: 'Order',
  see: 'See your order',
  discount: 'Discount',
  shipping: 'Shipping',
  tax: 'Tax',
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
