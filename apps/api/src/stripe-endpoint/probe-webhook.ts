import Stripe from 'stripe';
import type { ProblemCode } from '@shop/contract';
import { askAddress } from './ask-address';

const USUAL_TIMEOUT_MS = 3000;

/** Signed, and no event: our API checks the signature, then refuses it and stores nothing. */
const BODY = '{}';

/**
 * How an address answers a body that is signed with a secret:
 * - `knows_secret`: it is our API, and the secret is one of its own
 * - `other_secret`: it is our API with other secrets
 * - `takes_anything`: 2xx, so Stripe counts every event as delivered there
 * - `other`: something else answers, such as a proxy or another system
 * - `slow`: there is no answer in time
 * - `silent`: nothing listens there
 */
export type ProbeAnswer =
  'knows_secret' | 'other_secret' | 'takes_anything' | 'other' | 'slow' | 'silent';

const OF_OUR_API: Partial<Record<ProblemCode, ProbeAnswer>> = {
  INVALID_EVENT: 'knows_secret',
  INVALID_SIGNATURE: 'other_secret',
};

/** Asks an address. It never throws, and the secret does not leave this machine. */
export async function probeWebhook(
  url: string,
  secret: string,
  timeoutMs = USUAL_TIMEOUT_MS,
): Promise<ProbeAnswer> {
  const request = {
    method: 'POST',
    body: BODY,
    // Stripe counts a redirect as a failure.
    redirect: 'manual',
    headers: {
      'content-type': 'application/json',
      'stripe-signature': Stripe.webhooks.generateTestHeaderString({ payload: BODY, secret }),
    },
  } as const;
  const answer = await askAddress(url, request, timeoutMs);
  if (typeof answer === 'string') return answer;
  const code = codeOf(answer.text);
  return answer.ok ? 'takes_anything' : ((code && OF_OUR_API[code]) ?? 'other');
}

function codeOf(text: string): ProblemCode | undefined {
  try {
    return (JSON.parse(text) as { code?: ProblemCode } | null)?.code;
  } catch {
    return undefined;
  }
}
