import type { FulfilmentRow } from '../../../database/schema/fulfilment-tables';
import type { OrderRow } from '../../../database/schema/tables';
import { parseStep } from '../judge-step';
import { isStillTrue } from '../trigger-truth';
import { staffNews } from './staff-news';
import type { StaffNews, StaffTrigger } from './staff-news';

interface StaffStep {
  name: string;
  on: StaffTrigger;
  repeats?: string;
}

/** Everything that staff hear of by e-mail. */
export const STAFF_STEPS: readonly StaffStep[] = [
  { name: 'paid_staff', on: 'order_confirmed' },
  { name: 'late_paid_staff', on: 'order_due_again', repeats: 'paid_staff' },
  { name: 'review_staff', on: 'review_opened' },
  { name: 'decision_staff', on: 'decision_needed' },
  { name: 'dispute_staff', on: 'dispute_opened' },
  { name: 'inquiry_staff', on: 'inquiry_opened' },
  { name: 'fraud_warning_staff', on: 'fraud_warning' },
  { name: 'shopper_cancelled_staff', on: 'shopper_cancelled' },
  { name: 'staff_cancelled_staff', on: 'staff_cancelled' },
  { name: 'cancellation_refused_staff', on: 'cancellation_refused' },
  { name: 'address_staff', on: 'address_corrected' },
  { name: 'refund_failed_staff', on: 'refund_failed' },
  { name: 'renewal_staff', on: 'renewal_money' },
  { name: 'parcel_lost_staff', on: 'shipment_lost' },
  { name: 'parcel_returned_staff', on: 'shipment_returned' },
  { name: 'withdrawal_staff', on: 'withdrawal_requested' },
  { name: 'undeliverable_staff', on: 'undeliverable' },
];

export const staffStepOf = ({ step }: Pick<FulfilmentRow, 'step'>): StaffStep | undefined =>
  STAFF_STEPS.find(({ name }) => name === parseStep(step).name);

/** What one of these steps says; undefined: it is none, or no longer true. Pure. */
export function newsOf(row: FulfilmentRow, order: OrderRow): StaffNews | undefined {
  const { triggerId } = parseStep(row.step);
  const step = staffStepOf(row);
  return step && isStillTrue(step.on, triggerId, order)
    ? staffNews(step.on, triggerId, order, row.stagedAt)
    : undefined;
}
