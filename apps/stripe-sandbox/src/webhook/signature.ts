import { createHmac } from 'node:crypto';

/** The `Stripe-Signature` header: the time of sending and one `v1` for each valid secret. */
export function signatureHeader(body: string, secrets: string[], timestampS: number): string {
  const signatures = secrets.map((secret) => {
    const hmac = createHmac('sha256', secret).update(`${timestampS}.${body}`).digest('hex');
    return `v1=${hmac}`;
  });
  return [`t=${timestampS}`, ...signatures].join(',');
}
