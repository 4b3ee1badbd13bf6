import { randomBytes, randomUUID } from 'node:crypto';

/**
 * Sentinel data: the personal data of one shopper, which no log may contain. All values are unique and random, so that
 * a hit in a log is never a coincidence.
 */
export interface SentinelData {
  name: string;
  email: string;
  street: string;
  city: string;
  phone: string;
  cardNumber: string;
  idempotencyKey: string;
  /** Set when the checkout has been answered. */
  stripeSessionId?: string;
  browserToken?: string;
}

const letters = () =>
  [...randomBytes(9)].map((byte) => String.fromCharCode(97 + (byte % 26))).join('');
const digits = (length: number) => [...randomBytes(length)].map((byte) => byte % 10).join('');

export function newSentinelData(): SentinelData {
  const word = letters();
  return {
    name: `Jenny ${word}`,
    email: `${letters()}@${letters()}.example`,
    street: `7 ${letters()} lane`,
    city: letters(),
    phone: `+1${digits(13)}`,
    cardNumber: `4242${digits(12)}`,
    idempotencyKey: randomUUID(),
  };
}

/** The secrets that occur in the lines: as they are, in another case, URL-encoded, or in base64. */
export function hitsIn(lines: readonly string[], secrets: readonly string[]): string[] {
  const text = lines.join('\n');
  const lowered = text.toLowerCase();
  return secrets.filter(
    (secret) =>
      lowered.includes(secret.toLowerCase()) ||
      lowered.includes(encodeURIComponent(secret).toLowerCase()) ||
      text.includes(Buffer.from(secret).toString('base64').replace(/=+$/, '').slice(0, -1)),
  );
}
