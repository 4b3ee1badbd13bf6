import type { StaffOrder } from '@shop/contract';
import type { DeliveryRow } from '../../database/schema/fulfilment-tables';
import type { StaffActionRow } from '../../database/schema/staff-tables';
import type { OrderTransitionRow, WebhookEventRow } from '../../database/schema/tables';

export interface History {
  transitions: OrderTransitionRow[];
  events: WebhookEventRow[];
  attempts: DeliveryRow[];
  actions: StaffActionRow[];
}

type Entry = StaffOrder['timeline'][number];
type Moment = Omit<Entry, 'at'> & { at: Date };

/**
 * All that has happened to an order, oldest first: Stripe's side, ours, what was told, and what staff did.
 * @param isNamed whether the reader may see what people have written
 */
export function timeline(history: History, isNamed: boolean): Entry[] {
  const written = (text: string) => (isNamed ? text : (text.split(':')[0] ?? ''));
  const moments: Moment[] = [
    ...history.transitions.map(({ at, fromStatus, toStatus, cause }) => ({
      at,
      from: 'order' as const,
      what: fromStatus === toStatus ? toStatus : `${fromStatus} → ${toStatus}`,
      detail: written(cause),
    })),
    ...history.events.map(({ receivedAt, type, id, outcome, handledAt }) => ({
      at: receivedAt,
      from: 'stripe' as const,
      what: type,
      detail: `${id}: ${outcome ?? (handledAt ? 'handled' : 'not handled yet')}`,
    })),
    ...history.attempts.map(({ at, step, attempt, outcome, code }) => ({
      at,
      from: 'told' as const,
      what: `${step} ${outcome}`,
      detail: [`attempt ${attempt}`, ...(code === null ? [] : [code])].join(', '),
    })),
    ...history.actions.map(({ at, who, action, reason, code }) => ({
      at,
      from: 'staff' as const,
      what: `${action} by ${who}${code ? `: ${code}` : ''}`,
      detail: isNamed ? reason : null,
    })),
  ];
  return moments
    .sort((one, other) => one.at.getTime() - other.at.getTime())
    .map(({ at, ...rest }) => ({ at: at.toISOString(), ...rest }));
}
