import Stripe from 'stripe';
import type { Config } from '../config/config';
import { traceStripe } from '../tracing/trace-stripe';
import type { Tracing } from '../tracing/tracing';
import type { StripeClock } from './stripe-clock';

/** The API version of every call, and the one that webhook endpoints should send. */
export const STRIPE_API_VERSION = '2026-10-28.endive';

/** How long one try may take from end to end. */
const TRY_MS = 8000;

/** The SDK's own time-out is idle time: a server that drips a byte now and then would hold a request for ever. */
const fetchWithin =
  (clock: StripeClock): typeof fetch =>
  async (input, init) => {
    const signals = [AbortSignal.timeout(TRY_MS), ...(init?.signal ? [init.signal] : [])];
    const sentAtMs = performance.now();
    const response = await fetch(input, { ...init, signal: AbortSignal.any(signals) });
    clock.notice(response.headers.get('date'), sentAtMs);
    return response;
  };

/**
 * The one Stripe client. Sandbox or real is decided here, once, by where the client connects to; everything else is
 * the same code.
 */
export function createStripe({ stripe }: Config, clock: StripeClock, tracing: Tracing): Stripe {
  const base = stripe.apiBase ? new URL(stripe.apiBase) : undefined;
  return new Stripe(stripe.secretKey, {
    apiVersion: STRIPE_API_VERSION,
    telemetry: false,
    timeout: TRY_MS,
    httpClient: Stripe.createFetchHttpClient(traceStripe(fetchWithin(clock), tracing)),
    maxNetworkRetries: 1,
    ...(base && {
      protocol: base.protocol === 'http:' ? ('http' as const) : ('https' as const),
      host: base.hostname,
      port: base.port || (base.protocol === 'http:' ? '80' : '443'),
    }),
  });
}
