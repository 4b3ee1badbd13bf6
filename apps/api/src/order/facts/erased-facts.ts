import type { OrderRow } from '../../database/schema/tables';

/** The hash of a browser's cookie is 64 digits: no browser has this one. */
const NO_BROWSER = 'none';

/** Every column of an order that says who its shopper is, or leads to a page that does. */
export type PersonalColumn =
  | 'browserHash'
  | 'sessionUrl'
  | 'recoveryUrl'
  | 'voucherUrl'
  | 'paymentAction'
  | 'customerName'
  | 'email'
  | 'phone'
  | 'locale'
  | 'language'
  | 'paymentMethod'
  | 'receiptUrl'
  | 'shippingAddress'
  | 'customFields'
  | 'taxIds'
  | 'businessName'
  | 'invoice';

/**
 * What stands in those columns once the shopper's data is erased. Pure. The books keep what was bought, for how much, when,
 * in which state, with which kind of payment, and Stripe's ids; see privacy/columns.ts.
 */
export function erasedFacts({
  paymentMethod,
  invoice,
}: Partial<Pick<OrderRow, 'paymentMethod' | 'invoice'>>): Pick<OrderRow, PersonalColumn> {
  return {
    browserHash: NO_BROWSER,
    sessionUrl: null,
    recoveryUrl: null,
    voucherUrl: null,
    paymentAction: null,
    customerName: null,
    email: null,
    phone: null,
    locale: null,
    language: null,
    paymentMethod: paymentMethod ? { ...paymentMethod, last4: null } : null,
    receiptUrl: null,
    shippingAddress: null,
    customFields: [],
    taxIds: [],
    businessName: null,
    // Its number belongs to the books; the pages that its links open name the shopper.
    invoice: invoice ? { ...invoice, url: null, pdfUrl: null } : null,
  };
}
