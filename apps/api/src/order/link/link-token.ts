import { createHmac, timingSafeEqual } from 'node:crypto';
import { normaliseEmail } from './normalise-email';

/** How long the link of an e-mail opens its order: 30 days. */
export const LINK_TOKEN_MS = 30 * 24 * 60 * 60 * 1000;

/** What a token is bound to: it opens this order, for whoever reads this mailbox. */
export interface LinkSubject {
  orderId: string;
  email: string;
}

/**
 * Signs the token of a link.
 * @param key 32 random bytes
 * @param expiresAt the token opens nothing from this time on; whole seconds count
 * @returns the expiry in Unix seconds, base 36, and an HMAC-SHA-256 in base64url, with a dot between
 */
export function signLinkToken(key: Buffer, subject: LinkSubject, expiresAt: Date): string {
  const expiry = Math.floor(expiresAt.getTime() / 1000).toString(36);
  return `${expiry}.${signatureOf(key, subject, expiry).toString('base64url')}`;
}

/**
 * Judges a token, whoever sent it.
 * @returns when it expires; undefined for a token that was not signed for this order and address, or has expired
 */
export function readLinkToken(
  key: Buffer,
  subject: LinkSubject,
  token: string,
  now: Date,
): Date | undefined {
  const [expiry = '', signature = ''] = token.split('.');
  const given = Buffer.from(signature, 'base64url');
  const right = signatureOf(key, subject, expiry);
  if (given.length !== right.length || !timingSafeEqual(given, right)) return undefined;
  const expiresAt = new Date(Number.parseInt(expiry, 36) * 1000);
  return expiresAt > now ? expiresAt : undefined;
}

function signatureOf(key: Buffer, { orderId, email }: LinkSubject, expiry: string): Buffer {
  // JSON, so that no two lists of parts read alike.
  const signed = JSON.stringify(['order-link', orderId, normaliseEmail(email), expiry]);
  return createHmac('sha256', key).update(signed).digest();
}
