import { describe, expect, it } from '@jest/globals';
import type { FulfilmentRow } from '../../../database/schema/fulfilment-tables';
import type { OrderRow } from '../../../database/schema/tables';
import type { StepMoment } from '../fulfilment-step';
import {
  confirmedAlready,
  reminderTime,
  replacedByNewer,
  unlessConfirmed,
  whyNoReminder,
} from './mail-rules';

const HOUR_MS = 60 * 60 * 1000;
const STAGED = new Date('2026-11-28T12:00:00Z');
const after = (hours: number) => new Date(STAGED.getTime() + hours * HOUR_MS);

const withVoucher = (expiresAt: Date | null) =>
  ({
    paymentAction: { type: 'voucher', expiresAt: expiresAt?.toISOString() ?? null },
  }) as OrderRow;

/** Steps in their order; what ends with ! was sent. */
function momentOf(steps: string, order = {} as OrderRow, now = STAGED): StepMoment {
  const rows = steps.split(' ').map((step, index) => ({
    step: step.replace('!', ''),
    sequence: index + 1,
    stagedAt: STAGED,
    doneAt: step.endsWith('!') ? STAGED : null,
    outcome: step.endsWith('!') ? 'sent' : null,
  })) as FulfilmentRow[];
  return { order, row: rows.at(-1)!, rows, now };
}

describe('a reminder of a voucher', () => {
  it('is due a day before the voucher ends', () => {
    expect(reminderTime(withVoucher(after(72)))).toEqual(after(48));
    expect(reminderTime(withVoucher(null))).toBeUndefined();
    expect(reminderTime({ paymentAction: null } as OrderRow)).toBeUndefined();
  });

  it.each([
    [72, 48, undefined],
    [26, 2, undefined],
    [25, 1, 'the voucher was new a day before its end'],
    [10, 0, 'the voucher was new a day before its end'],
    [72, 72, 'the voucher has ended'],
    [72, 71, undefined],
  ])('of %i hours, looked at after %i hours: %s', (life, hours, expected) => {
    const moment = momentOf('voucher_reminder_mail', withVoucher(after(life)), after(hours));
    expect(whyNoReminder(moment)).toBe(expected);
  });
});

describe('an e-mail about a review', () => {
  it('is about the last one', () => {
    const moment = momentOf('under_review_mail:v1 under_review_mail:v5');
    expect(replacedByNewer(moment)).toBeUndefined();
    expect(replacedByNewer({ ...moment, row: moment.rows[0]! })).toBe(
      'under_review_mail:v5 is newer',
    );
  });
});

describe('a late confirmation', () => {
  it.each([
    ['late_confirmation_mail:v3', undefined],
    ['confirmation_mail! late_confirmation_mail:v3', 'confirmation_mail has told it'],
    ['confirmation_mail late_confirmation_mail:v3', undefined],
    [
      'confirmation_mail! refund_mail:re_1! late_confirmation_mail:v3',
      'confirmation_mail has told it',
    ],
    ['confirmation_mail! dispute_lost_mail:dp_1! late_confirmation_mail:v3', undefined],
    [
      'confirmation_mail! refund_pending_mail:re_1 late_confirmation_mail:v3',
      'confirmation_mail has told it',
    ],
    [
      'confirmation_mail! under_review_mail:v2! late_confirmation_mail:v3! late_confirmation_mail:v4',
      'late_confirmation_mail:v3 has told it',
    ],
  ])('after %s is moot: %s', (steps, expected) => {
    expect(confirmedAlready(momentOf(steps))).toBe(expected);
  });
});

describe('a lost dispute', () => {
  it('is told to whoever was told that the order is confirmed', () => {
    expect(unlessConfirmed(momentOf('confirmation_mail! dispute_lost_mail:dp_1'))).toBeUndefined();
    expect(unlessConfirmed(momentOf('confirmation_mail dispute_lost_mail:dp_1'))).toContain(
      'never',
    );
    expect(unlessConfirmed(momentOf('dispute_lost_mail:dp_1'))).toContain('never');
  });
});
