import type { OrderRow } from '../../../database/schema/tables';
import type { FulfilmentStep, FulfilmentTrigger } from '../fulfilment-step';
import {
  acknowledgedThere,
  afterAnHour,
  confirmedAlready,
  replacedByNewer,
  reminderTime,
  unlessAnnounced,
  unlessConfirmed,
  whyNoReminder,
} from './mail-rules';
import type { MailKind } from './messages/mail-kind';

interface MailStep extends Pick<FulfilmentStep, 'notBefore' | 'whyMoot'> {
  name: string;
  on: FulfilmentTrigger;
  kind: MailKind | ((order: OrderRow) => MailKind);
}

/** After a delayed payment, such as a bank debit, the e-mail says that the payment has arrived. */
function confirmation({ mode, paidLater, sessionState }: OrderRow): MailKind {
  if (mode === 'subscription') return 'subscriptionStarted';
  if (sessionState === 'nothing_to_pay') return 'nothingToPay';
  return paidLater ? 'paymentReceived' : 'confirmed';
}

function received({ sessionState }: OrderRow): MailKind {
  if (sessionState === 'awaiting_voucher') return 'orderReceivedVoucher';
  return sessionState === 'awaiting_bank_transfer' ? 'orderReceivedBankTransfer' : 'orderReceived';
}

/** Every e-mail about an order, and what has to become true for it. Refunds: once for each refund and status. */
export const MAIL_STEPS: readonly MailStep[] = [
  { name: 'received_mail', on: 'order_received', kind: received },
  {
    name: 'voucher_reminder_mail',
    on: 'voucher_issued',
    kind: 'voucherReminder',
    notBefore: reminderTime,
    whyMoot: whyNoReminder,
  },
  { name: 'confirmation_mail', on: 'order_confirmed', kind: confirmation },
  {
    name: 'late_confirmation_mail',
    on: 'order_due_again',
    kind: confirmation,
    whyMoot: confirmedAlready,
  },
  { name: 'payment_failed_mail', on: 'payment_failed', kind: 'paymentFailed' },
  {
    name: 'cancelled_mail',
    on: 'order_cancelled',
    kind: 'orderCancelled',
    whyMoot: ({ order }) =>
      order.supersededAt === null ? undefined : 'its shopper pays another way',
  },
  { name: 'shopper_cancelled_mail', on: 'shopper_cancelled', kind: 'cancelledByShopper' },
  { name: 'staff_cancelled_mail', on: 'staff_cancelled', kind: 'cancelledByShop' },
  { name: 'address_mail', on: 'address_corrected', kind: 'addressCorrected' },
  {
    name: 'under_review_mail',
    on: 'review_opened',
    kind: 'underReview',
    notBefore: afterAnHour,
    whyMoot: replacedByNewer,
  },
  { name: 'shipped_mail', on: 'shipment_created', kind: 'shipped' },
  { name: 'refund_pending_mail', on: 'refund_pending', kind: 'refundPending' },
  {
    name: 'refund_requires_action_mail',
    on: 'refund_requires_action',
    kind: 'refundRequiresAction',
  },
  // In part or in full: see trueKind.
  { name: 'refund_mail', on: 'refund_succeeded', kind: 'refund' },
  { name: 'refund_failed_mail', on: 'refund_failed', kind: 'refundFailed' },
  {
    name: 'refund_canceled_mail',
    on: 'refund_canceled',
    kind: 'refundCanceled',
    whyMoot: unlessAnnounced,
  },
  {
    name: 'dispute_lost_mail',
    on: 'dispute_lost',
    kind: 'disputeLost',
    whyMoot: unlessConfirmed,
  },
  {
    name: 'withdrawal_notice_mail',
    on: 'withdrawal_requested',
    kind: 'withdrawalNotice',
    whyMoot: acknowledgedThere,
  },
  { name: 'renewal_failed_mail', on: 'renewal_failed', kind: 'renewalFailed' },
  { name: 'subscription_ended_mail', on: 'subscription_ended', kind: 'subscriptionEnded' },
];
