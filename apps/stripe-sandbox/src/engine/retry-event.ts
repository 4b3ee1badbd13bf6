import { resendTargets } from './endpoints';
import type { Engine } from './engine.types';
import { retrieveEvent } from './events';
import { resourceMissing } from './stripe-error';

/**
 * `stripe events resend`: sends a snapshot event again, to one endpoint or to all, and does not wait for the answers.
 * Returns the event. Throws 400 for an unknown endpoint.
 */
export function retryEvent(engine: Engine, id: string, params: { webhook_endpoint?: string }) {
  const shown = retrieveEvent(engine, id);
  const { webhook_endpoint: only } = params;
  const ids = resendTargets(engine, false)
    .map(({ object }) => object.id)
    .filter((endpointId) => only === undefined || endpointId === only);
  if (only !== undefined && ids.length === 0) {
    throw resourceMissing('webhook endpoint', only, 'webhook_endpoint');
  }
  const event = engine.store.events.get(id);
  if (event) void engine.world.redeliver(event, ids);
  return shown;
}
