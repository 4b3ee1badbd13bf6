import { asc, eq, inArray } from 'drizzle-orm';
import type { Transaction } from '../../database/database';
import { orderTransitions, webhookEvents } from '../../database/schema/tables';
import type { OrderTransitionRow, WebhookEventRow } from '../../database/schema/tables';

/** Each change of an order's status, oldest first. */
export async function findTransitions(
  queries: Transaction,
  orderId: string,
): Promise<OrderTransitionRow[]> {
  return queries
    .select()
    .from(orderTransitions)
    .where(eq(orderTransitions.orderId, orderId))
    .orderBy(asc(orderTransitions.id));
}

/** Events of Stripe about any of these sessions, payments or accounts, oldest first. Their payloads are not kept. */
export async function findEvents(
  queries: Transaction,
  subjectIds: string[],
): Promise<WebhookEventRow[]> {
  if (subjectIds.length === 0) return [];
  return queries
    .select()
    .from(webhookEvents)
    .where(inArray(webhookEvents.subjectId, subjectIds))
    .orderBy(asc(webhookEvents.receivedAt));
}
