import { Injectable } from '@nestjs/common';
import type { DeadLetters as Answer, StaffPageQuery } from '@shop/contract';
import { DeadLetters } from '../../jobs/dead-letters';
import type { DeadLetter } from '../../jobs/dead-letters';
import { StaffOrderRepository } from '../staff-order.repository';
import { cursorOf, PAGE, pageOf, timeKey } from '../page-cursor';

/** Lists what was given up. */
@Injectable()
export class DeadLetterList {
  constructor(
    private readonly deadLetters: DeadLetters,
    private readonly orders: StaffOrderRepository,
  ) {}

  /** Newest first. */
  async list({ after }: StaffPageQuery): Promise<Answer> {
    const rows = await this.deadLetters.page(timeKey(after), PAGE + 1);
    const { shown, next } = pageOf(rows, ({ key, id }) => cursorOf(key, id));
    const numbers = await this.orders.numbersOf(
      shown.map(({ orderId }) => orderId).filter((id) => id !== null),
    );
    return {
      deadLetters: shown.map((row) => ({
        id: row.id,
        queue: row.queue,
        at: row.at.toISOString(),
        words: wordsOf(row),
        code: row.code,
        orderNumber: (row.orderId && numbers.get(row.orderId)) ?? null,
        stripeEventId: row.stripeEventId,
      })),
      next,
    };
  }
}

const CHANNELS: Readonly<Record<string, string>> = {
  mail: 'An e-mail to the shopper was not sent.',
  merchant: "The shop's own system was not told.",
  staff: 'Staff were not told.',
};

function wordsOf({ queue, channel, reference }: DeadLetter): string {
  if (queue === 'webhook.event.dead') return 'An event of Stripe was not acted upon.';
  if (queue === 'order.withdrawal.dead')
    return `The withdrawal ${reference ?? ''} was not acknowledged.`;
  if (queue === 'order.cancellation.dead') return 'The refund of a cancelled order was not made.';
  return CHANNELS[channel ?? ''] ?? 'A step of an order was not carried out.';
}
