import { Injectable } from '@nestjs/common';
import { and, asc, eq, gt, isNull, lte, notLike, or } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { Database } from '../../../database/database';
import { fulfilments } from '../../../database/schema/fulfilment-tables';
import { orders } from '../../../database/schema/tables';
import type { FulfilmentRow } from '../../../database/schema/fulfilment-tables';
import type { OrderRow } from '../../../database/schema/tables';
import { DEFERRED_STAFF } from './deferral-id';

interface StepOfOrder {
  row: FulfilmentRow;
  order: OrderRow;
}

const isForStaff = eq(fulfilments.channel, 'staff');

/** Queries on what staff were told and are to be told, of all orders; no decisions. */
@Injectable()
export class StaffRepository {
  constructor(private readonly database: Database) {}

  /** When e-mails were sent to all of staff, in their order. The steps of one e-mail have the same time. */
  async sentSince(since: Date): Promise<Date[]> {
    const rows = await this.database.queries
      .selectDistinct({ at: fulfilments.doneAt })
      .from(fulfilments)
      .where(
        and(
          isForStaff,
          eq(fulfilments.outcome, 'sent'),
          gt(fulfilments.doneAt, since),
          notLike(fulfilments.step, `${DEFERRED_STAFF}:%`),
        ),
      )
      .orderBy(asc(fulfilments.doneAt));
    return rows.flatMap(({ at }) => at ?? []);
  }

  /** The oldest steps that have not ended and whose time has come, each with its order. */
  async due(now: Date, limit: number): Promise<StepOfOrder[]> {
    const { doneAt, notBefore } = fulfilments;
    const isDue = or(isNull(notBefore), lte(notBefore, now));
    return this.find(and(isNull(doneAt), isDue)).limit(limit);
  }

  /** The steps of the e-mail that was sent at this time, each with its order. */
  async toldAt(at: Date): Promise<StepOfOrder[]> {
    return this.find(and(eq(fulfilments.outcome, 'sent'), eq(fulfilments.doneAt, at)));
  }

  private find(condition: SQL | undefined) {
    const { orderId, sequence, stagedAt } = fulfilments;
    return this.database.queries
      .select({ row: fulfilments, order: orders })
      .from(fulfilments)
      .innerJoin(orders, eq(orders.id, orderId))
      .where(and(isForStaff, isNull(orders.tellingHeldAt), condition))
      .orderBy(asc(stagedAt), asc(sequence));
  }
}
