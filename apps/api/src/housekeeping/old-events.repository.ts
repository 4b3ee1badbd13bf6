import { Injectable } from '@nestjs/common';
import { and, inArray, isNotNull, isNull, lt, or } from 'drizzle-orm';
import { Database } from '../database/database';
import { webhookEvents } from '../database/schema/tables';

/** Queries on events of Stripe that nothing needs any more; no decisions. */
@Injectable()
export class OldEventsRepository {
  constructor(private readonly database: Database) {}

  /** Removes events that came before this time, but for those that wait to be handled. @returns how many, at most `limit` */
  async remove(receivedBefore: Date, limit: number): Promise<number> {
    const { id, receivedAt, handledAt, subjectId } = webhookEvents;
    const old = this.database.queries
      .select({ id })
      .from(webhookEvents)
      .where(and(lt(receivedAt, receivedBefore), or(isNotNull(handledAt), isNull(subjectId))))
      .limit(limit);
    const rows = await this.database.queries
      .delete(webhookEvents)
      .where(inArray(id, old))
      .returning({ id });
    return rows.length;
  }
}
