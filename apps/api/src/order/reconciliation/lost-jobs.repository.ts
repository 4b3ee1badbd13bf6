import { Injectable } from '@nestjs/common';
import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { Database } from '../../database/database';
import { orders } from '../../database/schema/tables';
import { withdrawalDeliveries, withdrawals } from '../../database/schema/withdrawal-tables';
import { Deployment } from '../../deployment/deployment';

/**
 * Finds what waits for a job, and has none that waits, runs or is a dead letter; no decisions. What belongs to another
 * deployment, in a copy of its database, waits for none here.
 */
@Injectable()
export class LostJobsRepository {
  constructor(
    private readonly database: Database,
    private readonly deployment: Deployment,
  ) {}

  /** Orders that were cancelled before this time, and whose refund Stripe has not been asked for. @returns their ids */
  cancellations(before: Date, limit: number): Promise<string[]> {
    const { id, cancelRefund, cancelledAt, deploymentId } = orders;
    return this.keysOf(sql`select ${id} as key from ${orders}
      where ${cancelRefund} = 'due'
        and ${cancelledAt} < ${before.toISOString()}::timestamptz
        and (${deploymentId} is null or ${deploymentId} = ${this.deployment.id})
        and not exists (
          select from pgboss.job
          where job.name in ('order.cancellation', 'order.cancellation.dead')
            and job.state < 'completed'
            and job.data ->> 'orderId' = ${id}::text)
      order by ${cancelledAt}
      limit ${limit}`);
  }

  /**
   * Withdrawals declared before this time whose acknowledgement was neither sent nor refused for good.
   * @returns their references
   */
  withdrawals(before: Date, limit: number): Promise<string[]> {
    const { reference, sequence, receivedAt, orderNumber, acknowledged, erasedAt } = withdrawals;
    return this.keysOf(sql`select ${reference} as key from ${withdrawals}
      where ${acknowledged} is null and ${erasedAt} is null
        and ${receivedAt} < ${before.toISOString()}::timestamptz
        and not exists (
          select from ${withdrawalDeliveries}
          where ${withdrawalDeliveries.reference} = ${reference}
            and ${withdrawalDeliveries.outcome} <> 'failed')
        and not exists (
          select from ${orders}
          where ${orders.number} = ${orderNumber} and ${orders.deploymentId} <> ${this.deployment.id})
        and not exists (
          select from pgboss.job
          where job.name in ('order.withdrawal', 'order.withdrawal.dead')
            and job.state < 'completed'
            and job.data ->> 'reference' = ${reference})
      order by ${sequence}
      limit ${limit}`);
  }

  private async keysOf(query: SQL): Promise<string[]> {
    const { rows } = await this.database.queries.execute<{ key: string }>(query);
    return rows.map(({ key }) => key);
  }
}
