import { randomInt, timingSafeEqual } from 'node:crypto';
import { createToken, hashToken } from '../http/security/secret-token';

const PREFIX_LENGTH = 10;
const PREFIX_LETTERS = '23456789abcdefghjkmnpqrstuvwxyz';
const KEY = /^shopkey_([2-9a-z]{10})_[\w-]{43}$/;

/** A new key: what its system gets, and what is kept of it. */
export interface NewApiKey {
  key: string;
  prefix: string;
  keyHash: string;
}

/** Makes a key of 256 random bits, such as shopkey_7hq2…_…: programs that look for leaked keys know it by its beginning. */
export function createApiKey(): NewApiKey {
  const letters = Array.from(
    { length: PREFIX_LENGTH },
    () => PREFIX_LETTERS[randomInt(PREFIX_LETTERS.length)],
  );
  const prefix = letters.join('');
  const key = `shopkey_${prefix}_${createToken()}`;
  return { key, prefix, keyHash: hashToken(key) };
}

/** @returns the key of an Authorization header and its prefix; undefined where there is none of our form */
export function sentKey(authorization: unknown): { key: string; prefix: string } | undefined {
  if (typeof authorization !== 'string') return undefined;
  const [scheme = '', key = '', ...more] = authorization.split(' ');
  const [, prefix] = more.length === 0 ? (KEY.exec(key) ?? []) : [];
  return scheme.toLowerCase() === 'bearer' && prefix ? { key, prefix } : undefined;
}

/** Takes as long whatever the key. @param keyHash undefined: no key has this prefix */
export function isRightKey(key: string, keyHash: string | undefined): boolean {
  const [sent, kept] = [hashToken(key), keyHash ?? hashToken('no key')];
  return timingSafeEqual(Buffer.from(sent), Buffer.from(kept)) && keyHash !== undefined;
}
