import Stripe from 'stripe';
import type { ProblemCode } from '@shop/contract';

const TIMEOUT_MS = 3000;

/** Signed, and no event: our API checks the signature, then refuses it and stores nothing. */
const BODY = '{}';

/**
 * How an address answers a body that is signed with a secret:
 * - `knows_secret`: it is our API, and the secret is one of its own
 * - `other_secret`: it is our API with other secrets
 * - `takes_anything`: 2xx, so Stripe counts every event as delivered there
 * - `other`: something else answers, such as a proxy or another system
 * - `silent`: nothing answers within three seconds
 */
export type ProbeAnswer = 'knows_secret' | 'other_secret' | 'takes_anything' | 'other' | 'silent';

const OF_OUR_API: Partial<Record<ProblemCode, ProbeAnswer>> = {
  INVALID_EVENT: 'knows_secret',
  INVALID_SIGNATURE: 'other_secret',
};

/** Asks an address once. It never throws, and the secret does not leave this machine. */
export async function probeWebhook(url: string, secret: string): Promise<ProbeAnswer> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      body: BODY,
      // Stripe counts a redirect as a failure.
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
      headers: {
        'content-type': 'application/json',
        'stripe-signature': Stripe.webhooks.generateTestHeaderString({ payload: BODY, secret }),
      },
    });
    const code = codeOf(await response.text());
    return response.ok ? 'takes_anything' : ((code && OF_OUR_API[code]) ?? 'other');
  } catch {
    return 'silent';
  }
}

function codeOf(text: string): ProblemCode | undefined {
  try {
    return (JSON.parse(text) as { code?: ProblemCode } | null)?.code;
  } catch {
    return undefined;
  }
}
