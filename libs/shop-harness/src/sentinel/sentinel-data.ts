import { randomBytes, randomUUID } from 'node:crypto';

/** Everything about one shopper that no log may hold; no two alike, and nothing that occurs by chance. */
export interface SentinelData {
  name: string;
  email: string;
  street: string;
  city: string;
  phone: string;
  cardNumber: string;
  idempotencyKey: string;
  /** Added as soon as they are known. */
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

/** How often any of these stands in the lines: as it is, in capitals, in a URL, in base64. */
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
