import { Injectable } from '@nestjs/common';
import { and, count, eq, gt, inArray, isNull, lt, sql } from 'drizzle-orm';
import { Database } from '../database/database';
import type { Statement } from '../database/database';
import { webhookEvents } from '../database/schema/tables';
import type { EventSubject } from '../jobs/queues';
import type { SyncOutcome } from '../order/sync/order-sync.service';
import type { ReceivedEvent } from './received-event';

const INSERT = `
  insert into webhook_events
    (id, type, object_id, subject_id, api_version, livemode, created_at, received_at, delivered_at, listed_at, outcome, handled_at)
  select id, type, object_id, subject_id, api_version, livemode, to_timestamp(created_at_s), $2::timestamptz,
    case when how = 'delivered' then $2::timestamptz end, case when how = 'listed' then $2::timestamptz end,
    outcome, case when outcome is not null then $2::timestamptz end
  from json_to_recordset($1::text::json) as event
    (id text, type text, object_id text, subject_id text, api_version text, livemode boolean,
      created_at_s float8, how text, outcome text)
  on conflict (id) do update set delivered_at = excluded.delivered_at
    where webhook_events.delivered_at is null and excluded.delivered_at is not null`;

/** What became of an event: what its reading came to, or that it was not ours to handle. */
export type EventOutcome = SyncOutcome | 'renamed' | 'reread';

/** How an event was handled. */
interface HandledEvent {
  outcome: EventOutcome;
  handledAt: Date;
  paymentId: string | undefined;
  fulfilledAfterS: number | undefined;
}

/** Each kind of subject has its id first. */
const idOf = (subject: EventSubject) => (Object.values(subject) as string[])[0];

/** Queries on received events; no decisions. */
@Injectable()
export class WebhookEventRepository {
  constructor(private readonly database: Database) {}

  /** The statement that stores the events that are new. Of one that was listed before, only its delivery is noted. */
  insertion(received: ReceivedEvent[], now: Date): Statement {
    const rows = received.map((event) => ({
      id: event.id,
      type: event.type,
      object_id: event.objectId,
      subject_id: event.subject ? idOf(event.subject) : null,
      api_version: event.apiVersion,
      livemode: event.livemode,
      created_at_s: event.createdAtS,
      how: event.how,
      outcome: event.owner ? ('other_deployment' satisfies EventOutcome) : null,
    }));
    return { text: INSERT, values: [JSON.stringify(rows), now.toISOString()] };
  }

  /** The ids that are not stored. */
  async unknown(ids: string[]): Promise<Set<string>> {
    if (ids.length === 0) return new Set();
    const rows = await this.database.queries
      .select({ id: webhookEvents.id })
      .from(webhookEvents)
      .where(inArray(webhookEvents.id, ids));
    const known = new Set(rows.map(({ id }) => id));
    return new Set(ids.filter((id) => !known.has(id)));
  }

  /** How many events of each type only the list told of, up to `before`. Those of other deployments do not matter here. */
  async undelivered(before: Date, since: Date): Promise<{ type: string; count: number }[]> {
    return this.database.queries
      .select({ type: webhookEvents.type, count: count() })
      .from(webhookEvents)
      .where(
        and(
          isNull(webhookEvents.deliveredAt),
          sql`${webhookEvents.outcome} is distinct from 'other_deployment'`,
          lt(webhookEvents.listedAt, before),
          gt(webhookEvents.listedAt, since),
        ),
      )
      .groupBy(webhookEvents.type);
  }

  /** What is undefined of it stays as it is stored. */
  async markHandled(id: string, handled: HandledEvent): Promise<void> {
    await this.database.queries.update(webhookEvents).set(handled).where(eq(webhookEvents.id, id));
  }
}
