import Stripe from 'stripe';
import { ConfigError, loadConfig } from '../../config/config';
import type { Config } from '../../config/config';
import type { StripeFinding } from '../../database/schema/stripe-endpoint-tables';
import { createStripe } from '../../stripe/create-stripe';
import { StripeClock } from '../../stripe/stripe-clock';
import { Tracing } from '../../tracing/tracing';
import { withTimeout } from '../../with-timeout';
import { judged, passed } from './check';
import type { Check } from './check';
import { examine } from './examine';

/** A person waits ten seconds. */
const TIMEOUT_MS = 9500;

/**
 * Looks at the environment first: with one that the API refuses, nothing else can be looked at.
 * @param env another environment than the process's own, in tests
 */
export async function diagnose(env?: NodeJS.ProcessEnv): Promise<Check[]> {
  const config = readConfig(env);
  if (config instanceof ConfigError) {
    return [judged('environment', [...config.faults].map(asFinding), '')];
  }
  const clock = new StripeClock();
  const stripe = createStripe(config, clock, new Tracing());
  return [
    passed('environment', 'The API starts with this environment.'),
    ...(await examineInTime(config, stripe, clock)),
  ];
}

/** Looks at everything but the environment, and ends in time. */
export async function examineInTime(
  config: Config,
  stripe: Stripe,
  clock: StripeClock,
): Promise<Check[]> {
  try {
    return await withTimeout(examine(config, stripe, clock), TIMEOUT_MS, tooLate);
  } catch (error) {
    if (error instanceof Stripe.errors.StripeError) return tooLate();
    throw error;
  }
}

/** The configuration as a command reads it, or what is wrong with it. */
export function readConfig(env?: NodeJS.ProcessEnv): Config | ConfigError {
  try {
    return loadConfig(env, 'command');
  } catch (error) {
    if (error instanceof ConfigError) return error;
    throw error;
  }
}

/** A fault of the configuration as a sentence. */
export function asFinding([name, fault]: [string, string]): StripeFinding {
  return name === 'STRIPE_MODE'
    ? {
        code: 'mode_mixed',
        words: `STRIPE_MODE ${fault}: test and live are mixed. Use a key of the mode that STRIPE_MODE says.`,
      }
    : { code: 'environment_wrong', words: `${name}: ${fault}.` };
}

function tooLate(): Check[] {
  const words =
    'Stripe does not answer in time: see https://status.stripe.com, and the way from here to it.';
  return [judged('key', [{ code: 'stripe_unreachable', words }], '')];
}
