import { twinOf } from '../webhook/event-subject';
import { isSameUrl, takes } from './endpoint-events';
import type { EndpointFinding, ExpectedEndpoint, FoundEndpoint } from './endpoint.types';

/**
 * Compares the endpoints that an account has with the one that this deployment needs. Endpoints of other systems and
 * deployments are no fault: a Stripe account sends every event to all of them.
 * @param destinationsReadable whether event destinations are among those found
 * @returns a finding for each fault; empty when every handled event reaches us; undefined when ours may be an event
 *   destination, which the key may not read
 */
export function judgeEndpoints(
  expected: ExpectedEndpoint,
  found: readonly FoundEndpoint[],
  destinationsReadable = true,
): EndpointFinding[] | undefined {
  const atOurUrl = found.filter(({ url }) => isSameUrl(url, expected.url));
  const mixed = atOurUrl.filter(({ livemode }) => livemode !== expected.livemode);
  const ours = atOurUrl.filter((one) => !mixed.includes(one));
  const others = found.filter((one) => one.enabled && !atOurUrl.includes(one));
  const enabled = ours.filter((one) => one.enabled);
  const elsewhere = [
    ...mixed.map((one) => mixedMode(expected, one)),
    ...others.filter(({ answersAsOurs }) => answersAsOurs).map((one) => oldDomain(expected, one)),
  ];
  if (enabled.length > 0) {
    return [...missingEvents(expected, enabled), ...otherVersions(expected, enabled), ...elsewhere];
  }
  if (ours.length === 0 && elsewhere.length > 0) return elsewhere;
  if (ours.length === 0 && !destinationsReadable) return undefined;
  return [withoutEndpoint(expected, ours, others), ...elsewhere];
}

/** No enabled endpoint has our URL. */
function withoutEndpoint(
  { url }: ExpectedEndpoint,
  disabled: FoundEndpoint[],
  others: FoundEndpoint[],
): EndpointFinding {
  if (disabled.length > 0) {
    const words = `The webhook endpoint ${idsOf(disabled)} (${url}) is disabled, so Stripe sends nothing to it: enable it with npm run stripe:connect.`;
    return { code: 'endpoint_disabled', words };
  }
  if (others.length > 0) {
    const words = `No webhook endpoint at Stripe has the URL ${url}; events go to ${hostsOf(others)} only: add it with npm run stripe:connect, or set STRIPE_WEBHOOK_URL to the address that is right.`;
    return { code: 'other_url', words };
  }
  const words = `There is no webhook endpoint at Stripe, so no event reaches ${url}: make it with npm run stripe:connect.`;
  return { code: 'no_endpoint', words };
}

function missingEvents({ events }: ExpectedEndpoint, enabled: FoundEndpoint[]): EndpointFinding[] {
  const missing = events.filter((type) => !enabled.some((one) => takes(one, type)));
  if (missing.length === 0) return [];
  if (enabled.every(({ payload }) => payload === 'thin')) {
    const words = `The event destination ${idsOf(enabled)} sends thin events only and lacks ${missing.map(twinOf).join(', ')}: add them with npm run stripe:connect -- --payload thin.`;
    return [{ code: 'thin_types_missing', words }];
  }
  const words = `The webhook endpoint ${idsOf(enabled)} does not get ${missing.join(', ')}: add them with npm run stripe:connect.`;
  return [{ code: 'events_missing', words }];
}

/** Thin events have no version. */
function otherVersions({ apiVersion }: ExpectedEndpoint, enabled: FoundEndpoint[]) {
  return enabled
    .filter((one) => one.apiVersion !== null && one.apiVersion !== apiVersion)
    .map((one): EndpointFinding => {
      const words = `The webhook endpoint ${one.id} sends events of API version ${one.apiVersion}, and this code reads ${apiVersion}: replace it with npm run stripe:connect.`;
      return { code: 'other_api_version', words };
    });
}

function mixedMode({ livemode }: ExpectedEndpoint, one: FoundEndpoint): EndpointFinding {
  const words = `The webhook endpoint ${one.id} is one of ${modeOf(one.livemode)} mode, and STRIPE_SECRET_KEY is a key of ${modeOf(livemode)} mode: use key and endpoint of the same mode.`;
  return { code: 'mode_mixed', words };
}

function oldDomain({ url }: ExpectedEndpoint, one: FoundEndpoint): EndpointFinding {
  const words = `The webhook endpoint ${one.id} still sends events to ${hostsOf([one])}, which answers as this shop does, and not to ${url}: run npm run stripe:connect, then disable ${one.id} in the Stripe Dashboard.`;
  return { code: 'old_domain', words };
}

const modeOf = (livemode: boolean) => (livemode ? 'live' : 'test');
const idsOf = (endpoints: FoundEndpoint[]) => endpoints.map(({ id }) => id).join(' and ');

/** Without their paths, which often are the secrets of other systems. */
const hostsOf = (endpoints: FoundEndpoint[]) =>
  [
    ...new Set(
      endpoints.map(({ url }) =>
        URL.canParse(url) ? new URL(url).host : 'an address that is none',
      ),
    ),
  ].join(', ');
