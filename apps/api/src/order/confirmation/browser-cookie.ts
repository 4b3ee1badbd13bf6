import type { CookieOptions } from 'express';

/** Half a year. */
export const BROWSER_TOKEN_MS = 182 * 24 * 60 * 60 * 1000;

/** The only cookie. The browser that starts a checkout gets it, and may then see the confirmation in full. */
export function browserCookie(https: boolean): { name: string; options: CookieOptions } {
  return {
    // The prefix makes browsers insist on Secure, on Path=/ and on no Domain (RFC 6265bis, 4.1.3.2).
    name: https ? '__Host-browser' : 'browser',
    options: {
      httpOnly: true,
      sameSite: 'lax',
      secure: https,
      path: '/',
      maxAge: BROWSER_TOKEN_MS,
    },
  };
}
