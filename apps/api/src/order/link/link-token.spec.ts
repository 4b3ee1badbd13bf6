import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { readLinkToken, signLinkToken } from './link-token';

const key = randomBytes(32);
const subject = { orderId: '5b0c7d5e-0000-4000-8000-000000000001', email: 'jenny@example.com' };
const now = new Date('2026-11-29T10:00:00Z');
const expiresAt = new Date('2026-12-29T10:00:00Z');
const token = signLinkToken(key, subject, expiresAt);

describe('the token of a link', () => {
  it('is read until it expires', () => {
    expect(readLinkToken(key, subject, token, now)).toEqual(expiresAt);
    expect(readLinkToken(key, subject, token, new Date(expiresAt.getTime() - 1))).toBeDefined();
    expect(readLinkToken(key, subject, token, expiresAt)).toBeUndefined();
  });

  it('belongs to an address, however it is written', () => {
    const written = { ...subject, email: ' Jenny@EXAMPLE.com' };
    expect(readLinkToken(key, written, token, now)).toEqual(expiresAt);
  });

  it.each([
    ['another order', { ...subject, orderId: 'x' }, token],
    ['another address', { ...subject, email: 'jenny@example.org' }, token],
    ['a later expiry', subject, `zzzzzzz.${token.split('.')[1]}`],
    ['a cut signature', subject, token.slice(0, -1)],
    ['another signature', subject, token.replace(/.{4}$/, 'AAAA')],
    ['no expiry', subject, `.${token.split('.')[1]}`],
    ['nothing', subject, ''],
  ])('is not read with %s', (_what, wrong, given) => {
    expect(readLinkToken(key, wrong, given, now)).toBeUndefined();
  });

  it('is not read with another key', () => {
    expect(readLinkToken(randomBytes(32), subject, token, now)).toBeUndefined();
  });
});
