import type { Deployment } from '../deployment/deployment';
import { deploymentNamedBy } from '../deployment/deployment-metadata';
import { isId } from './event-subject';
import type { VerifiedEvent } from './verify-event';

/** Another deployment's event, and the ids by which later events are known as that deployment's too. */
export interface OtherDeploymentsEvent {
  deploymentId: string;
  stripeIds: string[];
}

/**
 * Whether another deployment of the shop made what the event is about, by the metadata in its payload: of a session, of a
 * payment, or of a charge, which has its payment's. A refund, a dispute and a thin event name none: see EventSyncService.
 * @returns undefined when it is this deployment's, or not known
 */
export function ownedByOther(
  { object }: VerifiedEvent,
  deployment: Deployment,
): OtherDeploymentsEvent | undefined {
  const deploymentId = deploymentNamedBy(object);
  if (!deployment.isOther(deploymentId)) return undefined;
  const { id, payment_intent: payment } = object;
  const stripeIds = [
    ...(isId(id, 'cs_') || isId(id, 'pi_') ? [id] : []),
    ...(isId(payment, 'pi_') ? [payment] : []),
  ];
  return { deploymentId, stripeIds };
}
