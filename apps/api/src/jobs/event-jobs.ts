import { Injectable } from '@nestjs/common';
import { sql } from 'drizzle-orm';
import { Database } from '../database/database';
import { uuidOf } from '../database/uuid-of';

/** The job that an event of Stripe came with, as pg-boss keeps it. */
export interface EventJob {
  state: 'created' | 'retry' | 'active' | 'completed' | 'cancelled' | 'failed';
  retryCount: number;
  startAfter: Date;
  /** How it failed last, as `describeError` names it. */
  code: string | null;
}

/** Jobs of events of Stripe; no decisions. */
@Injectable()
export class EventJobs {
  constructor(private readonly database: Database) {}

  /** Undefined: nothing follows from the event, or its job has ended long ago. */
  async find(stripeEventId: string): Promise<EventJob | undefined> {
    const { rows } = await this.database.queries.execute<
      Omit<EventJob, 'startAfter'> & { start: string } & Record<string, unknown>
    >(sql`select state, retry_count as "retryCount", start_after as start,
          coalesce(output ->> 'code', output ->> 'type') as code
        from pgboss.job where name = 'webhook.event' and id = ${uuidOf(stripeEventId)}::uuid`);
    const [row] = rows;
    return row && { ...row, startAfter: new Date(row.start) };
  }
}
