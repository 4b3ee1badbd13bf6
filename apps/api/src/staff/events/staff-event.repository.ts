import { Injectable } from '@nestjs/common';
import { and, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { EventFilter } from '@shop/contract';
import { Database } from '../../database/database';
import { microsecondsOf } from '../../database/microseconds-of';
import { webhookEvents } from '../../database/schema/tables';
import type { WebhookEventRow } from '../../database/schema/tables';
import type { PageKey } from '../../jobs/dead-letters';

/** Which events a list has. */
export interface EventWish {
  filter: EventFilter | undefined;
  subject: string | undefined;
}

/** Queries on events of Stripe; no decisions. Each one reads by an index: of a subject, of when it came, or of what is left. */
@Injectable()
export class StaffEventRepository {
  constructor(private readonly database: Database) {}

  /** Newest first. `key` is the time of the event to the microsecond. */
  async page(
    { filter, subject }: EventWish,
    after: PageKey | undefined,
    limit: number,
  ): Promise<{ event: WebhookEventRow; key: string }[]> {
    const from = after
      ? sql`(${webhookEvents.receivedAt}, ${webhookEvents.id}) < (${after.key}::timestamptz, ${after.id})`
      : undefined;
    return this.database.queries
      .select({
        event: webhookEvents,
        key: microsecondsOf(webhookEvents.receivedAt),
      })
      .from(webhookEvents)
      .where(
        and(
          subject === undefined ? undefined : eq(webhookEvents.subjectId, subject),
          filter && NARROWED[filter],
          from,
        ),
      )
      .orderBy(desc(webhookEvents.receivedAt), desc(webhookEvents.id))
      .limit(limit);
  }
}

const NARROWED: Record<EventFilter, SQL | undefined> = {
  not_handled: and(isNotNull(webhookEvents.subjectId), isNull(webhookEvents.handledAt)),
  not_delivered: and(isNotNull(webhookEvents.listedAt), isNull(webhookEvents.deliveredAt)),
};
