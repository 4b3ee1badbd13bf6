import type { CodeProblem } from '../../engine/checkout/discounts';

/** Every sentence of the hosted pages; a language that lacks one does not compile. */
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
  interval: (count: number, interval: Interval) => string;
  subtotal: string;
  discount: string;
  shipping: string;
  free: string;
  tax: string;
  taxIncluded: string;
  total: string;
  promotionCode: string;
  apply: string;
  remove: string;
  codeProblems: Record<CodeProblem, string>;
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
  businessDays: (least: number | null, most: number | null) => string;
  updateTotal: string;
  quantityOf: (name: string) => string;
  optionalItems: string;
  add: (name: string) => string;
  removeItem: (name: string) => string;
  businessName: string;
  taxId: string;
  taxIdHint: string;
  optional: string;
  moreDetails: string;
  paymentMethod: string;
  methods: Record<MethodType, string>;
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
  /** Null in English, the language of the engine's own messages. */
  problems: Record<Problem, string> | null;
  authenticateTitle: string;
  authenticateText: (amount: string) => string;
  authenticatePass: string;
  authenticateFail: string;
  completedTitle: string;
  completedText: string;
  expiredTitle: string;
  expiredText: string;
  expiredRecoverText: string;
  startAgain: string;
  unknownTitle: string;
  unknownText: string;
  closedTabTitle: string;
  closedTabText: string;
  voucherTitle: string;
  voucherText: (date: string) => string;
  portalTitle: string;
  portalEmpty: string;
  portalRenews: (date: string) => string;
  portalEnds: (date: string) => string;
  portalCancel: string;
  portalKeep: string;
  transferTitle: string;
  transferText: string;
  backToShop: string;
  microdepositsTitle: string;
  microdepositsText: string;
  voucherLabels: Record<
    'iban' | 'paymentCode' | 'confirmationNumber' | 'entity' | 'reference' | 'number',
    string
  >;
  voucherPaid: string;
  voucherExpired: string;
  receiptTitle: string;
  receiptFrom: string;
  receiptPaid: (date: string) => string;
  receiptRefunded: (amount: string) => string;
  invoiceTitle: (number: string) => string;
  invoiceDownload: string;
}

export type Interval = 'day' | 'week' | 'month' | 'year';

export type MethodType =
  | 'card'
  | 'us_bank_account'
  | 'sepa_debit'
  | 'konbini'
  | 'multibanco'
  | 'oxxo'
  | 'boleto'
  | 'customer_balance';

/**
 * Why an attempt to pay did not go through: a decline's code, a wrong field's name, or what else the engine says.
 * A reason that is not here is shown in the engine's own English.
 */
export type Problem =
  | 'card_declined'
  | 'insufficient_funds'
  | 'expired_card'
  | 'incorrect_cvc'
  | 'processing_error'
  | 'test_mode_live_card'
  | 'incorrect_number'
  | 'invalid_expiry_month'
  | 'invalid_expiry_year'
  | 'invalid_cvc'
  | 'authentication_failure'
  | 'email'
  | 'phone'
  | 'name'
  | 'shippingName'
  | 'shippingLine1'
  | 'shippingCountry'
  | 'billingLine1'
  | 'businessName'
  | 'taxId'
  | 'quantity'
  | 'custom'
  | 'terms'
  | 'method';
