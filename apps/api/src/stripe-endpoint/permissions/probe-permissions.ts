import Stripe from 'stripe';
import type { StripeFinding } from '../../database/schema/stripe-endpoint-tables';
import { withTimeout } from '../../with-timeout';
import { isMissingPermission } from './is-missing-permission';
import { keyPermissions } from './key-permissions';
import type { KeyPermission } from './key-permissions';

const TIMEOUT_MS = 4000;
const OPTIONS: Stripe.RequestOptions = { maxNetworkRetries: 0, timeout: TIMEOUT_MS };

export type KeyFault = 'key_invalid' | 'permission_missing' | 'stripe_unreachable';

export interface KeyFinding extends StripeFinding {
  code: KeyFault;
  /** Whether something is lost until it is mended. */
  needed: boolean;
  /** Of a missing permission: its name at Stripe. */
  permission?: string;
}

/**
 * Asks Stripe for each thing that the code asks for. Nothing is created or changed.
 * @returns what the key may not do; one finding alone where Stripe does not answer or does not know the key
 */
export async function probePermissions(stripe: Stripe): Promise<KeyFinding[]> {
  const [first, ...others] = keyPermissions;
  const found = first ? await probe(stripe, first) : undefined;
  // Whatever is asked next would be answered alike.
  if (found && found.code !== 'permission_missing') return [found];
  const rest = await Promise.all(others.map((one) => probe(stripe, one)));
  const all = [found, ...rest].filter((one) => one !== undefined);
  const unreachable = all.find(({ code }) => code === 'stripe_unreachable');
  return unreachable ? [unreachable] : all;
}

async function probe(stripe: Stripe, permission: KeyPermission): Promise<KeyFinding | undefined> {
  try {
    await withTimeout(permission.ask(stripe, OPTIONS), TIMEOUT_MS, () => {
      throw new Stripe.errors.StripeConnectionError({ message: 'too late', type: 'api_error' });
    });
    return undefined;
  } catch (error) {
    if (error instanceof Stripe.errors.StripeError) return findingOf(error, permission);
    throw error;
  }
}

function findingOf(
  error: InstanceType<typeof Stripe.errors.StripeError>,
  { may, permission, needed }: KeyPermission,
): KeyFinding | undefined {
  const { statusCode = 500, message } = error;
  if (statusCode === 401) {
    const words =
      'Stripe does not take the key: it is revoked, expired or mistyped. Set STRIPE_SECRET_KEY to one that is valid.';
    return { code: 'key_invalid', words, needed: true };
  }
  if (isMissingPermission(error)) {
    const name = /\brak_\w+/.exec(message)?.[0] ?? permission;
    const words = `The key may not ${may}: give it the permission ${name} in the Stripe Dashboard (API keys).`;
    return { code: 'permission_missing', words, needed, permission: name };
  }
  if (statusCode === 429 || statusCode >= 500) {
    const words =
      'Stripe does not answer as it should, so nothing can be said of the key: see https://status.stripe.com, and the way there.';
    return { code: 'stripe_unreachable', words, needed: true };
  }
  // Whoever may not ask gets 403 before the request is looked at.
  return undefined;
}
