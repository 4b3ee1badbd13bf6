import { Injectable } from '@nestjs/common';
import type { StaffDeliveries, StaffDeliveriesQuery } from '@shop/contract';
import { outcomeOf } from '../../order/fulfilment/judge-step';
import { cursorOf, PAGE, pageOf, stepKey } from '../page-cursor';
import { StaffDeliveryRepository } from './staff-delivery.repository';

type Found = Awaited<ReturnType<StaffDeliveryRepository['page']>>[number];

/** Lists what was told, or is to be told, about all orders. */
@Injectable()
export class DeliveryList {
  constructor(private readonly repository: StaffDeliveryRepository) {}

  /** Newest first. Nothing in it says who somebody is. */
  async list({ after, ...wish }: StaffDeliveriesQuery): Promise<StaffDeliveries> {
    const rows = await this.repository.page(wish, stepKey(after), PAGE + 1);
    const { shown, next } = pageOf(rows, ({ key, row }) => cursorOf(key, row.orderId, row.step));
    return { deliveries: shown.map(delivery), next };
  }
}

const delivery = ({ row, orderNumber, last }: Found): StaffDeliveries['deliveries'][number] => ({
  orderNumber,
  step: row.step,
  channel: row.channel,
  outcome: outcomeOf(row),
  note: row.note,
  stagedAt: row.stagedAt.toISOString(),
  notBefore: row.notBefore?.toISOString() ?? null,
  nextAttemptAt: row.nextAttemptAt?.toISOString() ?? null,
  doneAt: row.doneAt?.toISOString() ?? null,
  // They are numbered from 1 without a gap.
  attempts: last?.attempt ?? 0,
  lastAttempt: last && { at: last.at.toISOString(), outcome: last.outcome, code: last.code },
});
