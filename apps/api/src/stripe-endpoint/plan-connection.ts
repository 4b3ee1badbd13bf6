import { isSameUrl } from './endpoint-events';
import type { ExpectedEndpoint, FoundEndpoint } from './endpoint.types';

/** What is made where nothing fits. */
export interface NewEndpoint {
  do: 'create';
  payload: 'snapshot' | 'thin';
  url: string;
  events: readonly string[];
  /** Null for thin events, which have none. */
  apiVersion: string | null;
}

/** What is mended. `events` is given when they change. */
export interface MendedEndpoint {
  do: 'update';
  endpoint: FoundEndpoint;
  events?: readonly string[];
  enable: boolean;
}

/** What another endpoint takes the place of. Stripe cannot change the API version of an endpoint. */
export interface ReplacedEndpoint {
  do: 'disable';
  endpoint: FoundEndpoint;
}

export type ConnectionStep = NewEndpoint | MendedEndpoint | ReplacedEndpoint;

/** Which payload the endpoint sends, and with which events. */
export interface WantedPayload {
  payload: 'snapshot' | 'thin';
  events: readonly string[];
}

/**
 * The steps that lead from the endpoints of an account to those that are wanted. Endpoints of other addresses and other
 * payloads are left alone: they may belong to other systems.
 * @returns empty when nothing has to change
 */
export function planConnection(
  expected: Omit<ExpectedEndpoint, 'events'>,
  found: readonly FoundEndpoint[],
  wanted: readonly WantedPayload[],
): ConnectionStep[] {
  const ours = found.filter(
    ({ url, livemode }) => isSameUrl(url, expected.url) && livemode === expected.livemode,
  );
  return wanted.flatMap(({ payload, events }) => {
    const some = ours.filter((one) => one.payload === payload);
    const current = some.filter((one) => hasVersion(one, expected.apiVersion));
    const kept = current.find((one) => one.enabled) ?? current[0];
    const steps: ConnectionStep[] = kept
      ? mend(kept, events)
      : [create(expected, { payload, events })];
    const outdated = some.filter((one) => one.enabled && !current.includes(one));
    return [...steps, ...outdated.map((endpoint) => ({ do: 'disable' as const, endpoint }))];
  });
}

/** The account's default version has no name, so it counts as right. */
const hasVersion = ({ apiVersion }: FoundEndpoint, wanted: string) =>
  apiVersion === null || apiVersion === wanted;

function mend(endpoint: FoundEndpoint, events: readonly string[]): MendedEndpoint[] {
  const wanted = new Set(events);
  const isExact =
    endpoint.events.length === wanted.size && endpoint.events.every((type) => wanted.has(type));
  if (isExact && endpoint.enabled) return [];
  return [{ do: 'update', endpoint, enable: !endpoint.enabled, ...(!isExact && { events }) }];
}

const create = (
  { url, apiVersion }: Omit<ExpectedEndpoint, 'events'>,
  { payload, events }: WantedPayload,
): NewEndpoint => ({
  do: 'create',
  payload,
  url,
  events,
  apiVersion: payload === 'thin' ? null : apiVersion,
});
