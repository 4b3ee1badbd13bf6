import { Injectable } from '@nestjs/common';
import { asc, sql } from 'drizzle-orm';
import { Database } from '../../database/database';
import { orders } from '../../database/schema/tables';
import type { OrderRow } from '../../database/schema/tables';
import { Deployment } from '../../deployment/deployment';

/** Finds the orders that a sweep should read again; no decisions. */
@Injectable()
export class DueOrdersRepository {
  constructor(
    private readonly database: Database,
    private readonly deployment: Deployment,
  ) {}

  /**
   * Orders whose session is due to be read, those whose turn is the longest ago first. It makes no difference whether
   * webhooks came for them.
   * - An order without an end is due 2 minutes after it was made, then each time its age has doubled, at least every hour
   *   in its first week and every day later. A bank debit takes up to 14 days.
   * - A paid order is due every day while a dispute is open or a refund has not arrived.
   * - An order of another deployment, in a copy of its database, is never due.
   * - A reading that failed keeps its turn: the next try comes a minute later, or an hour when no retry mends the failure.
   */
  async find(limit: number, now: Date): Promise<OrderRow[]> {
    const time = sql`${now.toISOString()}::timestamptz`;
    const read = sql`coalesce(${orders.readAt}, ${orders.createdAt})`;
    const interval = sql`case
      when ${orders.status} not in ('pending', 'processing') then interval '1 day'
      else least(
        greatest(interval '2 minutes', ${read} - ${orders.createdAt}),
        case when ${time} - ${orders.createdAt} < interval '7 days' then interval '1 hour' else interval '1 day' end
      ) end`;
    return this.database.queries
      .select()
      .from(orders)
      .where(
        sql`${orders.watched}
          and (${orders.deploymentId} is null or ${orders.deploymentId} = ${this.deployment.id})
          and ${time} - ${read} > ${interval}
          and (${orders.checkedAt} is null or ${time} - ${orders.checkedAt} >
            case when ${orders.syncFailure} is null then interval '1 minute' else interval '1 hour' end)`,
      )
      .orderBy(asc(sql`coalesce(${orders.checkedAt}, ${orders.createdAt})`))
      .limit(limit);
  }
}
