/** Every e-mail to a shopper. */
export const mailKinds = [
  /** A bank debit is under way, or waits for its test deposits. */
  'orderReceived',
  'orderReceivedVoucher',
  'orderReceivedBankTransfer',
  /** The voucher ends within about a day. */
  'voucherReminder',
  'confirmed',
  /** Confirmed, and free. */
  'nothingToPay',
  /** Confirmed, after the shopper had left. */
  'paymentReceived',
  'subscriptionStarted',
  'paymentFailed',
  /** It ended without payment after it had been received, or was refused. */
  'orderCancelled',
  /** Its shopper has cancelled it. */
  'cancelledByShopper',
  /** The shop has cancelled it. */
  'cancelledByShop',
  /** The shipping address is corrected. */
  'addressCorrected',
  /** A person has been looking at it for a while. */
  'underReview',
  /** A parcel is out. */
  'shipped',
  'refundPending',
  'refundRequiresAction',
  'refund',
  'refundPartial',
  'refundFailed',
  /** A refund that was told of was called off before it was paid out. */
  'refundCanceled',
  'disputeLost',
  /** A withdrawal was declared, and acknowledged to another address. */
  'withdrawalNotice',
  /** The payment of a later period did not come in. */
  'renewalFailed',
  'subscriptionEnded',
] as const;
export type MailKind = (typeof mailKinds)[number];
