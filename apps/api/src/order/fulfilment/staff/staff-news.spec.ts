import { describe, expect, it } from '@jest/globals';
import type { OrderRefund, OrderRow } from '../../../database/schema/tables';
import { exampleOrder } from '../mail/gallery/example-orders';
import { staffNews } from './staff-news';
import type { StaffTrigger } from './staff-news';

const NOW = new Date('2026-01-06T10:00:00Z');

const sentence = (trigger: StaffTrigger, id: string, changes: Partial<OrderRow> = {}) =>
  staffNews(trigger, id, exampleOrder('confirmed', changes).order, NOW).sentence;

describe('what staff are told', () => {
  it.each([
    ['merchant_notification/1', 'An event to your own system', 'merchant_notification'],
    ['refunded_event:re_1/2', 'An event to your own system', 'refunded_event:re_1'],
    ['confirmation_mail/1', 'An e-mail to the shopper', 'confirmation_mail'],
    ['refund_mail:re_1/12', 'An e-mail to the shopper', 'refund_mail:re_1'],
  ])('of %s that was not delivered prints the command that sends it', (id, what, step) => {
    const told = sentence('undeliverable', id);
    expect(told).toContain(`${what} about order R7K3-M9QX was not delivered (${step}).`);
    expect(told).toMatch(new RegExp(`npm run orders -- resend R7K3-M9QX --step ${step}$`));
  });

  it('of a withdrawal says that the order was cancelled, whoever did it', () => {
    const cancelled = sentence('withdrawal_requested', 'W-1', { cancelledAt: NOW });
    expect(cancelled).toContain(
      'which was cancelled already: nothing more is owed than that refund',
    );
    expect(cancelled).not.toContain('shopper');
    expect(sentence('withdrawal_requested', 'W-1')).toContain('refund what is owed');
  });

  it('of a dispute asks for evidence by its deadline, unless somebody has answered', () => {
    const dispute = { id: 'dp_1', amountMinor: 2400, dueBy: '2026-01-09T23:59:59.000Z' };
    const told = (status: string) =>
      sentence('dispute_opened', 'dp_1', { dispute: { ...dispute, status } });
    expect(told('needs_response')).toMatch(/: send evidence .*, by 2026-01-09 23:59 UTC\.$/);
    expect(told('under_review')).toMatch(/: it is answered, and the bank decides\.$/);
  });

  it('of a cancellation says who did it', () => {
    const cancelled = { cancelledAt: NOW };
    expect(sentence('shopper_cancelled', '', cancelled)).toContain('cancelled by its shopper');
    expect(sentence('staff_cancelled', '', cancelled)).toContain('cancelled by one of you');
  });

  const refund = (status: OrderRefund['status']): Partial<OrderRow> => ({
    refunds: [
      { id: 're_1', amountMinor: 6372, status, presentment: null, createdAt: NOW.toISOString() },
    ],
  });
  it.each<[string, Partial<OrderRow>, string]>([
    ['costs nothing', { cancelRefund: 'none', totalMinor: 0 }, 'There was nothing to pay.'],
    ['is to be refunded', { cancelRefund: 'due' }, 'asked for its refund without you.'],
    [
      'is refunded',
      { cancelRefund: 'started', ...refund('succeeded') },
      'refunded in full without you.',
    ],
    ['Stripe refuses to refund', { cancelRefund: 'refused' }, 'Stripe refuses that.'],
    [
      'is refunded after a refusal',
      { cancelRefund: 'refused', ...refund('pending') },
      'refunded in full without you.',
    ],
    [
      'has a refund that failed',
      { cancelRefund: 'started', ...refund('failed') },
      'the shopper has not got the money.',
    ],
  ])('of a cancelled order that %s says what becomes of the money', (_what, changes, words) => {
    const told = sentence('shopper_cancelled', '', { cancelledAt: NOW, ...changes });
    expect(told.endsWith(words)).toBe(true);
  });
});
