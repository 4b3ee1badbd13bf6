import { createHash, randomBytes } from 'node:crypto';

const TOKEN = /^[\w-]{43}$/;

/** 256 random bits: of a cookie, a link or a key. */
export const createToken = () => randomBytes(32).toString('base64url');

export const isToken = (value: unknown): value is string =>
  typeof value === 'string' && TOKEN.test(value);

/** What is kept of a token, as hex. It is random, so no slower hash is needed. */
export const hashToken = (token: string) => createHash('sha256').update(token).digest('hex');
