/** Every sentence of the hosted pages. */
export interface Words {
  sandboxNote: string;
  back: string;
  pay: (amount: string) => string;
  book: (amount: string) => string;
  donate: (amount: string) => string;
  subscribe: string;
  startTrial: string;
  saveMethod: string;
  completeOrder: string;
  processing: string;
  orderSummary: string;
  setupSummary: string;
  quantity: (quantity: number) => string;
  each: (amount: string) => string;
  interval: (count: number, interval: string) => string;
  subtotal: string;
  discount: string;
  shipping: string;
  tax: string;
  total: string;
  promotionCode: string;
  apply: string;
  remove: string;
  codeProblems: Record<'invalid' | 'minimum_amount' | 'first_time' | 'other_customer', string>;
  totalChanged: string;
  contact: string;
  email: string;
  phone: string;
  shippingAddress: string;
  billingAddress: string;
  name: string;
  addressLine1: string;
  addressLine2: string;
  city: string;
  postalCode: string;
  state: string;
  country: string;
  shippingMethod: string;
  updateTotal: string;
  optional: string;
  moreDetails: string;
  paymentMethod: string;
  methods: Record<string, string>;
  debitHint: string;
  voucherHint: string;
  cardNumber: string;
  expiration: string;
  expirationHint: string;
  cvc: string;
  cardholderName: string;
  accountHolderName: string;
  terms: string;
  testCardHint: string;
  authenticateTitle: string;
  authenticateText: (amount: string) => string;
  authenticatePass: string;
  authenticateFail: string;
  completedTitle: string;
  completedText: string;
  expiredTitle: string;
  expiredText: string;
  startAgain: string;
  unknownTitle: string;
  unknownText: string;
  closedTabTitle: string;
  closedTabText: string;
  voucherTitle: string;
  voucherText: (amount: string, date: string) => string;
  voucherPaid: string;
  voucherExpired: string;
  receiptTitle: string;
  receiptFrom: string;
  receiptPaid: (date: string) => string;
  receiptRefunded: (amount: string) => string;
}

export const english: Words = {
  sandboxNote: 'Sandbox: no real money moves here',
  back: 'Back',
  pay: (amount) => `Pay ${amount}`,
  book: (amount) => `Book ${amount}`,
  donate: (amount) => `Donate ${amount}`,
  subscribe: 'Subscribe',
  startTrial: 'Start trial',
  saveMethod: 'Save',
  completeOrder: 'Complete order',
  processing: 'Processing…',
  orderSummary: 'Order summary',
  setupSummary: 'Save a payment method',
  quantity: (quantity) => `Qty ${quantity}`,
  each: (amount) => `${amount} each`,
  interval: (count, interval) =>
    count === 1 ? `every ${interval}` : `every ${count} ${interval}s`,
  subtotal: 'Subtotal',
  discount: 'Discount',
  shipping: 'Shipping',
  tax: 'Tax',
  total: 'Total due',
  promotionCode: 'Promotion code',
  apply: 'Apply',
  remove: 'Remove',
  codeProblems: {
    invalid: 'This code is invalid.',
    minimum_amount: 'This code does not apply to an order of this amount.',
    first_time: 'This code is for a first order only.',
    other_customer: 'This code is for another customer.',
  },
  totalChanged: 'The total has changed. Look at it and pay again.',
  contact: 'Contact information',
  email: 'Email',
  phone: 'Phone number',
  shippingAddress: 'Shipping address',
  billingAddress: 'Billing address',
  name: 'Full name',
  addressLine1: 'Address',
  addressLine2: 'Apartment, suite, etc.',
  city: 'City',
  postalCode: 'Postal code',
  state: 'State or province',
  country: 'Country or region',
  shippingMethod: 'Shipping method',
  updateTotal: 'Update total',
  optional: 'optional',
  moreDetails: 'A few more details',
  paymentMethod: 'Payment method',
  methods: {
    card: 'Card',
    us_bank_account: 'US bank account',
    sepa_debit: 'SEPA Direct Debit',
    konbini: 'Konbini',
    multibanco: 'Multibanco',
    oxxo: 'OXXO',
    boleto: 'Boleto',
  },
  debitHint:
    'The test bank account is debited. The payment stays in processing until the control panel settles or fails it.',
  voucherHint: 'You get a voucher to pay in a shop. The control panel pays it or lets it expire.',
  cardNumber: 'Card number',
  expiration: 'Expiration',
  expirationHint: 'MM / YY',
  cvc: 'CVC',
  cardholderName: 'Cardholder name',
  accountHolderName: 'Full name',
  terms: 'I agree to the terms of service',
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
  startAgain: 'Start again',
  unknownTitle: 'Something went wrong',
  unknownText:
    'The page you were looking for could not be found. Check the link, or go back to the shop.',
  closedTabTitle: 'The shopper closed this tab',
  closedTabText:
    'The payment went in, and nobody came back to the shop: that is what the sandbox was told to do.',
  voucherTitle: 'Your voucher',
  voucherText: (amount, date) => `Pay ${amount} in a shop by ${date}.`,
  voucherPaid: 'This voucher has been paid.',
  voucherExpired: 'This voucher is no longer valid.',
  receiptTitle: 'Receipt',
  receiptFrom: 'Receipt from the sandbox shop',
  receiptPaid: (date) => `Paid on ${date}`,
  receiptRefunded: (amount) => `${amount} refunded`,
};
