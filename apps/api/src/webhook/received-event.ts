import type { Deployment } from '../deployment/deployment';
import type { EventSubject } from '../jobs/queues';
import { ownedByOther } from './event-owner';
import type { OtherDeploymentsEvent } from './event-owner';
import { subjectOf } from './event-subject';
import type { VerifiedEvent } from './verify-event';

/** What is stored of an event. Small, because many may wait for the database: an event's object has up to 512 kB. */
export interface ReceivedEvent {
  id: string;
  type: string;
  objectId: string | null;
  /** What it is about; undefined for a type that changes no order. */
  subject: EventSubject | undefined;
  /** Of an event about a payment that names another deployment: nothing here follows from it. */
  owner: OtherDeploymentsEvent | undefined;
  apiVersion: string | null;
  livemode: boolean;
  createdAtS: number | undefined;
  /** How it came: our endpoint was called with it, or it was read from Stripe's list. */
  how: 'delivered' | 'listed';
}

/** Takes from an event what is stored of it. */
export function receivedEvent(
  event: VerifiedEvent,
  how: ReceivedEvent['how'],
  deployment: Deployment,
): ReceivedEvent {
  const { object, ...rest } = event;
  const subject = subjectOf(event);
  const owner = subject && ownedByOther(event, deployment);
  return { ...rest, objectId: storableId(object.id), subject, owner, how };
}

/** A merchant may have chosen an id that no column can keep or nobody can read; it then is not kept. */
const storableId = (id: unknown): string | null =>
  typeof id === 'string' && /^[\x21-\x7e]{1,255}$/.test(id) ? id : null;
