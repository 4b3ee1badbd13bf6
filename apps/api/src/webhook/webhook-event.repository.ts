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

  /** @returns whether the event is new; a copy is not an error */
  async insert(
    tx: Transaction,
    event: VerifiedEvent,
    subject: EventSubject | undefined,
  ): Promise<boolean> {
    const rows = await tx
      .insert(webhookEvents)
      .values({
        id: event.id,
        type: event.type,
        objectId: event.object.id ?? null,
        subjectId: subject ? Object.values(subject)[0] : null,
        apiVersion: event.apiVersion,
        livemode: event.livemode,
      })
      .onConflictDoNothing()
      .returning({ id: webhookEvents.id });
    return rows.length > 0;
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
