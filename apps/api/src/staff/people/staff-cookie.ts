import type { CookieOptions } from 'express';

/**
 * The cookie of a session of staff. Only the console's own pages send it.
 * @param https whether the console is on https
 */
export const staffCookie = (
  https: boolean,
  maxAge: number,
): { name: string; options: CookieOptions } => ({
  // The prefix makes browsers insist on Secure, on Path=/ and on no Domain (RFC 6265bis, 4.1.3.2).
  name: https ? '__Host-staff' : 'staff',
  options: { httpOnly: true, sameSite: 'strict', secure: https, path: '/', maxAge },
});

/** @param header `Cookie`, as it was sent */
export function sentCookie(header: string | undefined, name: string): string | undefined {
  const pairs = (header ?? '').split(';').map((pair) => pair.trim().split('='));
  return pairs.find(([sent]) => sent === name)?.[1];
}
