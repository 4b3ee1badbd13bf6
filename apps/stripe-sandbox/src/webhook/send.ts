import type { Delivery } from '../engine/events';

/** As much of an endpoint's answer as is kept. */
const KEPT_BODY_BYTES = 2_000;

export type Outcome = Pick<Delivery, 'status' | 'body' | 'error'>;

/** Posts one signed event. Redirects are not followed: like time-outs they count as failures. */
export async function send(
  url: string,
  body: string,
  signature: string,
  signal: AbortSignal,
): Promise<Outcome> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      redirect: 'manual',
      signal,
      headers: {
        Accept: '*/*; q=0.5, application/xml',
        'Cache-Control': 'no-cache',
        'Content-Type': 'application/json; charset=utf-8',
        'Stripe-Signature': signature,
        'User-Agent': 'Stripe/1.0 (+https://stripe.com/docs/webhooks)',
      },
      body,
    });
    return { status: response.status, body: await startOf(response), error: null };
  } catch (error) {
    return { status: null, body: null, error: reason(error) };
  }
}

async function startOf(response: Response): Promise<string> {
  let text = '';
  const decoder = new TextDecoder();
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk as Uint8Array, { stream: true });
    if (text.length >= KEPT_BODY_BYTES) break;
  }
  return text.slice(0, KEPT_BODY_BYTES);
}

function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return 'timed out';
  const { cause } = error;
  return cause instanceof Error
    ? ((cause as NodeJS.ErrnoException).code ?? cause.message)
    : error.message;
}
