/** Every sentence of the hosted pages. */
export interface Words {
  sandboxNote: string;
  back: string;
  pay: (amount: string) => string;
  payNothing: string;
  processing: string;
  orderSummary: string;
  quantity: (quantity: number) => string;
  each: (amount: string) => string;
  subtotal: string;
  total: string;
  contact: string;
  email: string;
  paymentMethod: string;
  cardNumber: string;
  expiration: string;
  expirationHint: string;
  cvc: string;
  cardholderName: string;
  testCardHint: string;
  authenticateTitle: string;
  authenticateText: (amount: string) => string;
  authenticatePass: string;
  authenticateFail: string;
  completedTitle: string;
  completedText: string;
  expiredTitle: string;
  expiredText: string;
  unknownTitle: string;
  unknownText: string;
  closedTabTitle: string;
  closedTabText: string;
  receiptTitle: string;
  receiptFrom: string;
  receiptPaid: (date: string) => string;
}

export const english: Words = {
  sandboxNote: 'Sandbox: no real money moves here',
  back: 'Back',
  pay: (amount) => `Pay ${amount}`,
  payNothing: 'Complete order',
  processing: 'Processing…',
  orderSummary: 'Order summary',
  quantity: (quantity) => `Qty ${quantity}`,
  each: (amount) => `${amount} each`,
  subtotal: 'Subtotal',
  total: 'Total due',
  contact: 'Contact information',
  email: 'Email',
  paymentMethod: 'Payment method',
  cardNumber: 'Card number',
  expiration: 'Expiration',
  expirationHint: 'MM / YY',
  cvc: 'CVC',
  cardholderName: 'Cardholder name',
  testCardHint: 'Test card: 4242 4242 4242 4242, any future date, any CVC.',
  authenticateTitle: '3D Secure 2 test page',
  authenticateText: (amount) =>
    `Your bank wants to know that it is you before it pays ${amount}. Choose how the test ends.`,
  authenticatePass: 'Complete',
  authenticateFail: 'Fail',
  completedTitle: 'You’re all done here',
  completedText: 'This payment has been made. There is nothing left to do on this page.',
  expiredTitle: 'This checkout has expired',
  expiredText: 'You have not been charged. Go back to the shop to start again.',
  unknownTitle: 'Something went wrong',
  unknownText:
    'The page you were looking for could not be found. Check the link, or go back to the shop.',
  closedTabTitle: 'The shopper closed this tab',
  closedTabText:
    'The payment went in, and nobody came back to the shop: that is what the sandbox was told to do.',
  receiptTitle: 'Receipt',
  receiptFrom: 'Receipt from the sandbox shop',
  receiptPaid: (date) => `Paid on ${date}`,
};
