import { Injectable } from '@nestjs/common';
import { eq, inArray, sql } from 'drizzle-orm';
import { Database } from '../database/database';
import type { Statement } from '../database/database';
import { webhookEvents } from '../database/schema/tables';
import type { EventSubject } from '../jobs/queues';
import type { VerifiedEvent } from './verify-event';

const INSERT = `
  insert into webhook_events (id, type, object_id, subject_id, api_version, livemode)
  select id, type, object_id, subject_id, api_version, livemode
  from json_to_recordset($1::text::json)
    as event (id text, type text, object_id text, subject_id text, api_version text, livemode boolean)
  on conflict do nothing`;

/** A merchant may have chosen an id that no column can keep or nobody can read; it then is not kept. */
const storableId = (id: unknown): string | null =>
  typeof id === 'string' && /^[\x21-\x7e]{1,255}$/.test(id) ? id : null;

/** Each kind of subject has its id first. */
const idOf = (subject: EventSubject) => (Object.values(subject) as string[])[0];

/** Queries on received events; no decisions. */
@Injectable()
export class WebhookEventRepository {
  constructor(private readonly database: Database) {}

  /** The statement that stores the events that are new; events that are stored already are skipped. */
  insertion(received: { event: VerifiedEvent; subject: EventSubject | undefined }[]): Statement {
    const rows = received.map(({ event, subject }) => ({
      id: event.id,
      type: event.type,
      object_id: storableId(event.object.id),
      subject_id: subject ? idOf(subject) : null,
      api_version: event.apiVersion,
      livemode: event.livemode,
    }));
    return { text: INSERT, values: [JSON.stringify(rows)] };
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

  async markHandled(id: string, outcome: string): Promise<void> {
    await this.database.queries
      .update(webhookEvents)
      .set({ handledAt: sql`now()`, outcome })
      .where(eq(webhookEvents.id, id));
  }
}
