import type { FulfilmentRow } from '../../../database/schema/fulfilment-tables';
import type { OrderRow } from '../../../database/schema/tables';
import { normaliseEmail } from '../../link/normalise-email';
import type { StepMoment } from '../fulfilment-step';
import { parseStep, wasSent } from '../judge-step';

const AN_HOUR_MS = 60 * 60 * 1000;
const A_DAY_MS = 24 * AN_HOUR_MS;

/** A review that ends sooner is not told of. */
export const afterAnHour = (_: OrderRow, stagedAt: Date): Date =>
  new Date(stagedAt.getTime() + AN_HOUR_MS);

const voucherEnd = ({ paymentAction: action }: OrderRow): Date | undefined =>
  action?.type === 'voucher' && action.expiresAt ? new Date(action.expiresAt) : undefined;

/** A day before the voucher ends. */
export function reminderTime(order: OrderRow): Date | undefined {
  const end = voucherEnd(order);
  return end && new Date(end.getTime() - A_DAY_MS);
}

/** The first e-mail has said when the voucher ends: a reminder soon after it is none. */
export function whyNoReminder({ order, row, now }: StepMoment): string | undefined {
  const end = voucherEnd(order);
  if (!end) return 'the voucher names no end';
  if (end <= now) return 'the voucher has ended';
  const lifeMs = end.getTime() - row.stagedAt.getTime();
  return lifeMs <= A_DAY_MS + AN_HOUR_MS ? 'the voucher was new a day before its end' : undefined;
}

/** Of several reviews the shopper is told of the last one. */
export function replacedByNewer({ row, rows }: StepMoment): string | undefined {
  const { name } = parseStep(row.step);
  const last = rows.findLast(({ step }) => parseStep(step).name === name);
  return last && last.step !== row.step ? `${last.step} is newer` : undefined;
}

const CONFIRMATIONS = ['confirmation_mail', 'late_confirmation_mail'];

/** Whether this step tells the shopper that the order is confirmed. */
const isConfirmation = ({ step }: Pick<FulfilmentRow, 'step'>): boolean =>
  CONFIRMATIONS.includes(parseStep(step).name);

/** Whether the shopper was told by this step that the order is confirmed. */
export const isSentConfirmation = (row: Pick<FulfilmentRow, 'step' | 'doneAt' | 'outcome'>) =>
  isConfirmation(row) && wasSent(row);

/** What makes a shopper believe that the order is no longer confirmed. */
const DOUBTS = [
  'under_review_mail',
  'refund_pending_mail',
  'refund_requires_action_mail',
  'refund_failed_mail',
  'refund_canceled_mail',
  'dispute_lost_mail',
];

const lastSentOf = ({ rows }: StepMoment, names: string[]) =>
  rows.findLast((row) => names.includes(parseStep(row.step).name) && wasSent(row));

/** Whether the order is still confirmed to the shopper: by an e-mail after which none has said otherwise. */
export function confirmedAlready(moment: StepMoment): string | undefined {
  const confirmed = lastSentOf(moment, CONFIRMATIONS);
  const doubt = lastSentOf(moment, DOUBTS);
  const isDoubted = (doubt?.sequence ?? 0) > (confirmed?.sequence ?? 0);
  return confirmed && !isDoubted ? `${confirmed.step} has told it` : undefined;
}

const ANNOUNCEMENTS = ['refund_pending_mail', 'refund_requires_action_mail'];

/** Whoever was never told of a refund need not be told that it does not come. */
export function unlessAnnounced({ row, rows }: StepMoment): string | undefined {
  const { triggerId } = parseStep(row.step);
  const wasAnnounced = ANNOUNCEMENTS.some((name) =>
    rows.some((one) => one.step === `${name}:${triggerId}` && wasSent(one)),
  );
  return wasAnnounced ? undefined : 'the shopper was never told of that refund';
}

/** Whoever was never told that goods will come need not be told that they will not. */
export const unlessConfirmed = (moment: StepMoment): string | undefined =>
  lastSentOf(moment, CONFIRMATIONS) ? undefined : 'the order was never confirmed to the shopper';

/** The acknowledgement of a withdrawal goes where its sender wants it. Only another address has to hear of it too. */
export const acknowledgedThere = ({ order, withdrawal }: StepMoment): string | undefined =>
  withdrawal && normaliseEmail(withdrawal.email) === normaliseEmail(order.email ?? '')
    ? 'its acknowledgement has told it'
    : undefined;
