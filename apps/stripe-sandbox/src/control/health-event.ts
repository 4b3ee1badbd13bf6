import { z } from 'zod';
import type { Engine } from '../engine/engine.types';
import { emitThin } from '../engine/events';
import { randomText } from '../engine/ids';
import { relatedObject } from '../engine/related-object';

const TYPE = 'v2.core.health.event_generation_failure.resolved';

export const healthSchema = z.strictObject({
  /** The type of the events that were not made in time, such as `charge.refunded`. */
  eventType: z.string(),
  relatedObjectIds: z.array(z.string()).default([]),
  /** From when to when; by default the last hour. */
  startedAt: z.iso.datetime().optional(),
  resolvedAt: z.iso.datetime().optional(),
});

/** Stripe says that events of a time were not made, and that it has ended: receivers must read that range again. */
export function emitHealthEvent(engine: Engine, given: z.infer<typeof healthSchema>): string {
  const nowMs = engine.clock.nowMs();
  const [first] = given.relatedObjectIds;
  const data = {
    alert_id: `halt_${randomText(24)}`,
    grouping_key: randomText(16),
    impact: {
      event_type: given.eventType,
      ...(first !== undefined && { related_object: related(given.eventType, first) }),
      related_object_ids: given.relatedObjectIds,
    },
    resolved_at: given.resolvedAt ?? new Date(nowMs).toISOString(),
    started_at: given.startedAt ?? new Date(nowMs - 3_600_000).toISOString(),
    summary: `${given.eventType} events were not generated.`,
  };
  return emitThin(engine, TYPE, null, data).id;
}

/** The object's type is the event's, without its last word: `charge.dispute.closed` is about a `dispute`. */
function related(eventType: string, id: string) {
  const type = eventType.split('.').slice(0, -1).join('.').replace('charge.dispute', 'dispute');
  return relatedObject({ id, object: type });
}
