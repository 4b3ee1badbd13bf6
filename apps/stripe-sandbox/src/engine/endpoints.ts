import { liveSecrets, matchesType, type EndpointRecord } from './endpoint-record';
import type { Engine } from './engine.types';
import { randomText } from './ids';

/** The enabled endpoints of an event. Thin events go to event destinations with a thin payload only. */
export function receiversOf(engine: Engine, type: string, thin: boolean): EndpointRecord[] {
  return engine.store.endpoints
    .newestFirst()
    .filter(
      ({ object }) =>
        object.status === 'enabled' &&
        takesThin(object) === thin &&
        object.enabled_events.some((filter) => matchesType(filter, type)),
    );
}

/** The endpoints that an event can be sent to by hand: all of its kind, also disabled ones and other event types. */
export function resendTargets(engine: Engine, thin: boolean): EndpointRecord[] {
  return engine.store.endpoints.newestFirst().filter(({ object }) => takesThin(object) === thin);
}

function takesThin(object: EndpointRecord['object']): boolean {
  return object.object !== 'webhook_endpoint' && object.event_payload === 'thin';
}

/**
 * Gives the endpoint a new secret. The old one signs too for `overlapMs`, so that the receiver can change its
 * configuration without losing events.
 */
export function rollSecret(
  engine: Engine,
  record: EndpointRecord,
  overlapMs: number,
  secret = `whsec_${randomText(32)}`,
): string {
  const nowMs = engine.clock.nowMs();
  const kept = liveSecrets(record, nowMs).map((old) => ({
    value: old.value,
    expiresAtMs: Math.min(old.expiresAtMs ?? Infinity, nowMs + overlapMs),
  }));
  record.secrets = [{ value: secret, expiresAtMs: null }, ...kept];
  engine.store.endpoints.put(record.object.id, record);
  return secret;
}
