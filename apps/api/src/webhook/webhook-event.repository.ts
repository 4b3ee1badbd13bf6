import { Injectable } from '@nestjs/common';
import { eq, sql } from 'drizzle-orm';
import { Database } from '../database/database';
import type { Transaction } from '../database/database';
import { webhookEvents } from '../database/tables';
import type { VerifiedEvent } from './verify-event';

@Injectable()
export class WebhookEventRepository {
  constructor(private readonly database: Database) {}

  /** @returns whether the event is new; a copy is not an error */
  async insert(tx: Transaction, event: VerifiedEvent): Promise<boolean> {
    const rows = await tx
      .insert(webhookEvents)
      .values({
        id: event.id,
        type: event.type,
        objectId: event.object.id ?? null,
        apiVersion: event.apiVersion,
        livemode: event.livemode,
      })
      .onConflictDoNothing()
      .returning({ id: webhookEvents.id });
    return rows.length > 0;
  }

  async markHandled(id: string, outcome: string): Promise<void> {
    await this.database.queries
      .update(webhookEvents)
      .set({ handledAt: sql`now()`, outcome })
      .where(eq(webhookEvents.id, id));
  }
}
