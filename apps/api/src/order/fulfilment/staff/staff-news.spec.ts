import { describe, expect, it } from '@jest/globals';
import type { OrderRow } from '../../../database/schema/tables';
import { exampleOrder } from '../mail/gallery/example-orders';
import { staffNews } from './staff-news';
import type { StaffTrigger } from './staff-news';

const NOW = new Date('2026-01-06T10:00:00Z');

const sentence = (trigger: StaffTrigger, id: string, changes: Partial<OrderRow> = {}) =>
  staffNews(trigger, id, exampleOrder('confirmed', changes).order, NOW).sentence;

describe('what staff are told', () => {
  it('of a withdrawal says that the order was cancelled, whoever did it', () => {
    const cancelled = sentence('withdrawal_requested', 'W-1', { cancelledAt: NOW });
    expect(cancelled).toContain(
      'which was cancelled already: nothing more is owed than that refund',
    );
    expect(cancelled).not.toContain('shopper');
    expect(sentence('withdrawal_requested', 'W-1')).toContain('refund what is owed');
  });

  it('of a cancellation says who did it', () => {
    const cancelled = { cancelledAt: NOW };
    expect(sentence('shopper_cancelled', '', cancelled)).toContain('cancelled by its shopper');
    expect(sentence('staff_cancelled', '', cancelled)).toContain('cancelled by one of you');
  });
});
