import { Injectable } from '@nestjs/common';
import { asc, eq, inArray, sql } from 'drizzle-orm';
import { Database } from '../database/database';
import type { Transaction } from '../database/database';
import { webhookEvents } from '../database/tables';
import type { EventSubject } from '../jobs/queues';
import type { WebhookEventRow } from '../database/tables';
import type { VerifiedEvent } from './verify-event';

@Injectable()
export class WebhookEventRepository {
  constructor(private readonly database: Database) {}

  /**
   * Stores those that are new; a copy is not an error. In the order of their ids, so that two who store the same ones at
   * once wait for each other in turn. The statement is the same for any number of them.
   * @returns the ids of the new ones
   */
  async insert(
    queries: Pick<Transaction, 'execute'>,
    received: { event: VerifiedEvent; subject: EventSubject | undefined }[],
  ): Promise<Set<string>> {
    const rows = received
      .map(({ event, subject }) => ({
        id: event.id,
        type: event.type,
        object_id: event.object.id ?? null,
        subject_id: subject ? Object.values(subject)[0] : null,
        api_version: event.apiVersion,
        livemode: event.livemode,
      }))
      .sort((a, b) => (a.id < b.id ? -1 : 1));
    const { rows: inserted } = await queries.execute<{ id: string }>(
      sql`insert into webhook_events (id, type, object_id, subject_id, api_version, livemode)
        select id, type, object_id, subject_id, api_version, livemode
        from json_to_recordset(${JSON.stringify(rows)}::text::json)
          as event (id text, type text, object_id text, subject_id text, api_version text, livemode boolean)
        on conflict do nothing returning id`,
    );
    return new Set(inserted.map(({ id }) => id));
  }

  /** Those of the ids that are not stored. */
  async unknown(ids: string[]): Promise<Set<string>> {
    if (ids.length === 0) return new Set();
    const rows = await this.database.queries
      .select({ id: webhookEvents.id })
      .from(webhookEvents)
      .where(inArray(webhookEvents.id, ids));
    const known = new Set(rows.map(({ id }) => id));
    return new Set(ids.filter((id) => !known.has(id)));
  }

  /** Events about any of these sessions, payments or accounts, oldest first. */
  async findAbout(subjectIds: string[]): Promise<WebhookEventRow[]> {
    return this.database.queries
      .select()
      .from(webhookEvents)
      .where(inArray(webhookEvents.subjectId, subjectIds))
      .orderBy(asc(webhookEvents.receivedAt));
  }

  async markHandled(id: string, outcome: string): Promise<void> {
    await this.database.queries
      .update(webhookEvents)
      .set({ handledAt: sql`now()`, outcome })
      .where(eq(webhookEvents.id, id));
  }
}
