import type { StaffEvents } from '@shop/contract';
import type { WebhookEventRow } from '../../database/schema/tables';

/** An event as lists have it. Pure. */
export const listedEvent = (event: WebhookEventRow): StaffEvents['events'][number] => ({
  id: event.id,
  type: event.type,
  subjectId: event.subjectId,
  receivedAt: event.receivedAt.toISOString(),
  deliveredAt: event.deliveredAt?.toISOString() ?? null,
  listedAt: event.listedAt?.toISOString() ?? null,
  handledAt: event.handledAt?.toISOString() ?? null,
  outcome: event.outcome,
});
