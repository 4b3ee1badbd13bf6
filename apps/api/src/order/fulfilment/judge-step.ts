import type { FulfilmentRow } from '../../database/schema/fulfilment-tables';
import type { FulfilmentStep, StepMoment } from './fulfilment-step';
import { isStillTrue } from './trigger-truth';

/** After this time without success an attempt is the last one. */
const GIVE_UP_MS = 24 * 60 * 60 * 1000;
const MAX_DELAY_MS = 60 * 60 * 1000;

/** The name of a staged step, and the id of what triggered it: `refund_mail:re_1` → `refund_mail`, `re_1`. */
export function parseStep(staged: string): { name: string; triggerId: string } {
  const [name = '', ...rest] = staged.split(':');
  return { name, triggerId: rest.join(':') };
}

/**
 * The step that may run now: the first one of the channel that has not ended and whose time has come. A step that waits
 * for its next attempt holds the later ones back; one that waits for its time does not.
 * @param rows all steps of an order and a channel, in the order of their sequence
 */
export function nextStep(rows: FulfilmentRow[], now: Date): FulfilmentRow | undefined {
  const first = firstToTell(rows, now);
  return first?.nextAttemptAt && first.nextAttemptAt > now ? undefined : first;
}

const firstToTell = (rows: FulfilmentRow[], now: Date): FulfilmentRow | undefined =>
  rows.find((row) => !row.doneAt && !waitsForItsTime(row, now));

/**
 * When a step may run next: the first one, at once or at its next attempt, or one that waits for its time.
 * @param rows all steps of an order and a channel, in the order of their sequence
 * @returns undefined: none is left
 */
export function nextTime(rows: FulfilmentRow[], now: Date): Date | undefined {
  const waiting = rows.flatMap((row) => (waitsForItsTime(row, now) ? (row.notBefore ?? []) : []));
  const first = firstToTell(rows, now);
  const times = first ? [first.nextAttemptAt ?? now, ...waiting] : waiting;
  return times.sort((one, other) => one.getTime() - other.getTime())[0];
}

/** Whether it is not yet to be told. */
export const waitsForItsTime = (
  { doneAt, notBefore }: Pick<FulfilmentRow, 'doneAt' | 'notBefore'>,
  now: Date,
): boolean => doneAt === null && notBefore !== null && notBefore > now;

/** Why no e-mail is sent any more about an order, whatever becomes of it. */
export const ERASED = 'the personal data of the order was erased';

/** Why a step has nothing to tell any more; undefined: tell it. */
export function whyMoot(step: FulfilmentStep, moment: StepMoment): string | undefined {
  const { order, row, rows } = moment;
  if (!step.enabled) return 'its channel is not configured';
  if (step.channel === 'mail' && order.erasedAt) return ERASED;
  if (step.channel === 'mail' && !order.email) return 'the order has no e-mail address';
  const said = rows.find((one) => one.step === step.repeats);
  if (said && wasSent(said)) return `${said.step} has told it`;
  if (!isStillTrue(step.on, parseStep(row.step).triggerId, order))
    return 'no longer true when its turn came';
  return step.whyMoot?.(moment);
}

/** What has become of a step. An older version has recorded no outcome of what it sent. */
export const outcomeOf = ({ doneAt, outcome }: Pick<FulfilmentRow, 'doneAt' | 'outcome'>) =>
  outcome ?? (doneAt ? 'sent' : 'pending');

export const wasSent = (row: Pick<FulfilmentRow, 'doneAt' | 'outcome'>) =>
  outcomeOf(row) === 'sent';

/**
 * When to try again after a failure that passes: in 1 s, then twice as long each time, up to an hour, for a day.
 * @param failures so far, this one included
 * @param firstAt when the first of them was
 * @returns undefined: give up
 */
export function nextAttemptAfter(failures: number, firstAt: Date, now: Date): Date | undefined {
  if (now.getTime() - firstAt.getTime() >= GIVE_UP_MS) return undefined;
  return new Date(now.getTime() + Math.min(1000 * 2 ** (failures - 1), MAX_DELAY_MS));
}
