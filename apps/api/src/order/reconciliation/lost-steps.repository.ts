import { Injectable } from '@nestjs/common';
import { sql } from 'drizzle-orm';
import { Database } from '../../database/database';
import { fulfilments } from '../../database/schema/fulfilment-tables';
import type { Channel } from '../../database/schema/tables';
import { Deployment } from '../../deployment/deployment';

/** A step that no job will run. Its channel is null if an older version has staged it. */
export interface LostStep {
  orderId: string;
  step: string;
  channel: Channel | null;
}

/** Finds steps of fulfilment that no job will run; no decisions. */
@Injectable()
export class LostStepsRepository {
  constructor(
    private readonly database: Database,
    private readonly deployment: Deployment,
  ) {}

  /**
   * Steps that were staged before this time and were due by then, are not done, and have no job that waits, runs or is a
   * dead letter. What is not to be told until a person says so needs none, nor does, in a copy of a database, what belongs
   * to the deployment that it was copied from.
   * @param limit the oldest ones
   */
  async find(before: Date, limit: number): Promise<LostStep[]> {
    const { orderId, step, channel, doneAt, notBefore, stagedAt } = fulfilments;
    const { rows } = await this.database.queries.execute<{
      [Key in keyof LostStep]: LostStep[Key];
    }>(
      sql`select ${orderId} as "orderId", ${step} as step, ${channel} as channel
        from ${fulfilments}
        where ${doneAt} is null
          and ${stagedAt} < ${before.toISOString()}::timestamptz
          and (${notBefore} is null or ${notBefore} < ${before.toISOString()}::timestamptz)
          and exists (
            select from orders where orders.id = ${orderId} and orders.telling_held_at is null
              and (orders.deployment_id is null or orders.deployment_id = ${this.deployment.id}))
          and not exists (
            select from pgboss.job
            where job.name in ('order.deliver', 'order.deliver.dead')
              and job.state < 'completed'
              and job.data = jsonb_build_object('orderId', ${orderId}, 'channel', ${channel}))
          and not exists (
            select from pgboss.job
            where job.name in ('order.fulfil', 'order.fulfil.dead')
              and job.state < 'completed'
              and job.data = jsonb_build_object('orderId', ${orderId}, 'step', ${step}))
        order by ${stagedAt}
        limit ${limit}`,
    );
    return rows.map((row) => ({ orderId: row.orderId, step: row.step, channel: row.channel }));
  }
}
