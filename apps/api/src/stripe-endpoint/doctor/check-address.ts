import type { StripeFinding } from '../../database/schema/stripe-endpoint-tables';
import { probeWebhook } from '../probe-webhook';
import type { ProbeAnswer } from '../probe-webhook';
import { judged } from './check';
import type { Check } from './check';

/** Longer than the API itself lets an operation take: then what it says is seen. */
const TIMEOUT_MS = 5000;

/**
 * Asks our own address with each secret of this environment. The body is signed and no event, so nothing is stored. This
 * tells whether the API there has the same secrets, not whether Stripe signs with one of them.
 */
export async function checkAddress(url: string, secrets: readonly string[]): Promise<Check> {
  const answers = await Promise.all(secrets.map((secret) => probeWebhook(url, secret, TIMEOUT_MS)));
  const right = `The API answers at ${url} and knows the signing secrets of this environment.`;
  return judged('address', findingsOf(url, answers), right);
}

function findingsOf(url: string, answers: ProbeAnswer[]): StripeFinding[] {
  if (answers.includes('silent')) {
    const words = `Nothing answers at ${url}: start the API, or set STRIPE_WEBHOOK_URL to the address that leads to it.`;
    return [{ code: 'address_silent', words }];
  }
  if (answers.includes('slow')) {
    const words = `No answer came from ${url} within ${TIMEOUT_MS / 1000} seconds: see whether the API there has too much to do, and whether a firewall holds back what is sent to it.`;
    return [{ code: 'address_slow', words }];
  }
  if (answers.some((answer) => answer === 'other' || answer === 'takes_anything')) {
    const words = `What answers at ${url} is not this API: set STRIPE_WEBHOOK_URL to the address that leads to it, or mend the proxy before it.`;
    return [{ code: 'address_not_ours', words }];
  }
  const refused = answers.filter((answer) => answer === 'other_secret').length;
  if (refused === 0) return [];
  const words = `The API at ${url} does not know ${refused} of the ${answers.length} signing secrets of this environment: start it again with the same STRIPE_WEBHOOK_SECRET.`;
  return [{ code: 'wrong_secret', words }];
}
