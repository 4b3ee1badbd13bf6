import Stripe from 'stripe';
import type { Config } from '../../config/config';
import type { StripeClock } from '../../stripe/stripe-clock';
import { expectedEndpoint } from '../expected-endpoint';
import { judgeEndpoints } from '../judge-endpoints';
import { OldDomains } from '../old-domains';
import { probePermissions } from '../permissions/probe-permissions';
import { readEndpoints } from '../read-endpoints';
import { judged, passed, unknown } from './check';
import type { Check } from './check';
import { checkAddress } from './check-address';
import { checkDeliveries } from './check-deliveries';
import { ownOrigin } from './own-origin';

/** As in readiness: enough to be looked at. Stripe's signatures are good for 300 s. */
const MOST_SKEW_S = 30;

const NOT_ASKED = 'Not looked at: Stripe has to answer first.';
const NOT_READABLE = 'Not looked at: the key may not read webhook endpoints.';
const DESTINATIONS_NOT_READABLE =
  'Not looked at: the key may not read event destinations, and no webhook endpoint is ours.';

/** Looks at everything that must be right between Stripe and the API. Changes nothing. Takes at most ten seconds. */
export async function examine(
  config: Config,
  stripe: Stripe,
  clock: StripeClock,
): Promise<Check[]> {
  const { webhookUrl, webhookSecrets, mode } = config.stripe;
  const [key, address] = await Promise.all([
    probePermissions(stripe),
    checkAddress(webhookUrl ?? `${ownOrigin(config)}/api/webhooks/stripe`, webhookSecrets),
  ]);
  const fault = key.find(({ code }) => code !== 'permission_missing');
  if (fault) {
    return [
      judged('key', [fault], ''),
      unknown('permissions', NOT_ASKED),
      checkClock(clock),
      unknown('endpoint', NOT_ASKED),
      address,
      unknown('deliveries', NOT_ASKED),
    ];
  }
  const [endpoint, deliveries] = await checkEndpoint(config, stripe, address);
  return [
    passed('key', `Stripe takes the key (${mode}).`),
    judged('permissions', key, 'The key may do everything that the code asks for.'),
    checkClock(clock),
    endpoint,
    address,
    deliveries,
  ];
}

async function checkEndpoint(
  config: Config,
  stripe: Stripe,
  address: Check,
): Promise<[endpoint: Check, deliveries: Check]> {
  const expected = expectedEndpoint(config);
  if (!expected) {
    const words = 'The Stripe CLI forwards events (STRIPE_WEBHOOK_URL is listen)';
    return [
      passed('endpoint', `${words}, so no endpoint is needed.`),
      passed('deliveries', `${words}, so there is none to look at.`),
    ];
  }
  try {
    const oldDomains = new OldDomains(config.stripe.webhookSecrets[0] ?? '');
    const { endpoints, destinationsReadable } = await readEndpoints(stripe);
    const found = await oldDomains.mark(expected, endpoints);
    const faults = judgeEndpoints(expected, found, destinationsReadable);
    const right = `The endpoint at Stripe sends every event that the code handles to ${expected.url}.`;
    return [
      faults ? judged('endpoint', faults, right) : unknown('endpoint', DESTINATIONS_NOT_READABLE),
      address.status === 'ok'
        ? await checkDeliveries(stripe, expected, found)
        : unknown('deliveries', 'Not looked at: the address has to answer first.'),
    ];
  } catch (error) {
    if (!(error instanceof Stripe.errors.StripePermissionError)) throw error;
    return [unknown('endpoint', NOT_READABLE), unknown('deliveries', NOT_READABLE)];
  }
}

function checkClock(clock: StripeClock): Check {
  const skew = clock.skewSeconds;
  if (skew === undefined) return unknown('clock', NOT_ASKED);
  const words = `This machine's clock is ${Math.abs(skew).toFixed(0)} s ${skew < 0 ? 'behind' : 'ahead of'} Stripe's`;
  const fault = {
    code: 'clock_off',
    words: `${words}: set it, or let a time service do so. Webhooks are refused beyond 300 s.`,
  };
  return judged('clock', Math.abs(skew) > MOST_SKEW_S ? [fault] : [], `${words}.`);
}
