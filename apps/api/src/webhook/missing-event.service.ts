import { Injectable } from '@nestjs/common';
import Stripe from 'stripe';
import { z } from 'zod';
import type { OrderSubject } from '../jobs/queues';
import { EventSyncService } from '../order/sync/event-sync.service';
import type { EventReading } from '../order/sync/event-sync.service';
import { subjectOf, twinOf } from './event-subject';
import { ListedEventsService } from './listed-events.service';

/** Where Stripe does not say when it began to lose events. */
const RANGE_MS = 60 * 60 * 1000;

const time = z.iso.datetime({ offset: true });

/**
 * What Stripe adds when the event is read. It is a preview, and its shape has changed before: what is missing is done
 * without. https://docs.stripe.com/webhooks/handle-irrecoverable-events
 */
const failureSchema = z.object({
  started_at: time.optional().catch(undefined),
  resolved_at: time.optional().catch(undefined),
  impact: z
    .object({
      event_type: z.string(),
      related_object: z.object({ id: z.string() }).optional().catch(undefined),
      related_object_ids: z.array(z.string()).default([]).catch([]),
    })
    .optional()
    .catch(undefined),
});

type Impact = z.infer<typeof failureSchema>['impact'];
type Outcome = EventReading['outcome'] | 'reread';

/**
 * Stripe says that it failed to make events. Those never come: what they would have been about is read instead. Others of
 * that time may come late: the list is read again from then.
 */
@Injectable()
export class MissingEventService {
  constructor(
    private readonly stripe: Stripe,
    private readonly listed: ListedEventsService,
    private readonly eventSync: EventSyncService,
  ) {}

  /**
   * @param stripeEventId of a `v2.core.health.event_generation_failure.resolved`
   * @returns `reread` where no order of ours is named
   * @throws what Stripe or the database throw; the event is to be handled again then
   */
  async makeUpFor(stripeEventId: string): Promise<Outcome> {
    const event = (await this.stripe.v2.core.events.retrieve(stripeEventId)) as {
      created: string;
      data?: unknown;
    };
    const { data: failure } = failureSchema.safeParse(event.data ?? {});
    const resolvedAt = new Date(failure?.resolved_at ?? event.created);
    await this.listed.rereadFrom(new Date(failure?.started_at ?? resolvedAt.getTime() - RANGE_MS));
    const outcomes: Outcome[] = [];
    for (const subject of subjectsOf(failure?.impact)) {
      const { outcome } = await this.eventSync.sync(subject, `webhook ${stripeEventId}`);
      outcomes.push(outcome);
    }
    return outcomes.find((one) => one === 'order_missing') ?? outcomes.find(isOurs) ?? 'reread';
  }
}

const isOurs = (outcome: Outcome) => outcome !== 'not_ours';

/** What the events that were not made would have been about. */
function subjectsOf(impact: Impact): OrderSubject[] {
  if (!impact) return [];
  const { event_type: type, related_object: related, related_object_ids: others } = impact;
  const ids = new Set(related ? [related.id, ...others] : others);
  return [...ids].flatMap((id) => {
    const subject = subjectOf({ id: '', type: thinTypeOf(type), object: { id } });
    return subject && !('stripeHealthEventId' in subject) ? [subject] : [];
  });
}

const thinTypeOf = (type: string) => (/^v\d+\./.test(type) ? type : twinOf(type));
