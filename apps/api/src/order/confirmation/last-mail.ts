import type { FullConfirmation } from '@shop/contract';
import type { OrderRow, StepOutcome } from '../../database/schema/tables';
import { MAIL_STEPS } from '../fulfilment/mail/mail-steps';

/** The last e-mail that was staged for an order and is not moot, as SQL reads it. */
export interface StagedMail {
  step: string;
  outcome: StepOutcome | null;
  /** ISO 8601. */
  doneAt: string | null;
}

/** What the shopper is told of it, from the step's own record. */
export function lastMail(
  staged: StagedMail | null,
  { email, emailCorrectedAt }: Pick<OrderRow, 'email' | 'emailCorrectedAt'>,
): FullConfirmation['mail'] {
  const step = staged && MAIL_STEPS.find(({ name }) => name === staged.step.split(':')[0]);
  if (!step) return null;
  const { outcome, doneAt } = staged;
  // A confirmation that was held back says what any confirmation says.
  const about = step.on === 'order_due_again' ? 'order_confirmed' : step.on;
  if (doneAt === null) return { about, status: 'pending', sentAt: null, to: email };
  const at = new Date(doneAt);
  const to = emailCorrectedAt && at < emailCorrectedAt ? null : email;
  if (outcome === 'undeliverable') return { about, status: 'undeliverable', sentAt: null, to };
  return { about, status: 'sent', sentAt: at.toISOString(), to };
}
