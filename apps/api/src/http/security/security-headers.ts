import type { RequestHandler } from 'express';

const HEADERS = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy':
    "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-Frame-Options': 'DENY',
  'X-Robots-Tag': 'noindex, nofollow',
  'Permissions-Policy': 'geolocation=(), camera=(), microphone=(), payment=()',
};

/** Swagger UI is a page: it may load its own scripts and styles, and nothing else. */
const DOCS_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; " +
  "connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/** On every answer, errors included. HSTS only where the shop is on https. */
export const headersFor = (https: boolean): Record<string, string> =>
  https
    ? { ...HEADERS, 'Strict-Transport-Security': 'max-age=63072000; includeSubDomains' }
    : HEADERS;

/** Sets them. */
export function securityHeaders(https: boolean): RequestHandler {
  const headers = headersFor(https);
  return (request, response, next) => {
    response.set(headers);
    if (request.path.startsWith('/api/docs')) {
      response.set('Content-Security-Policy', DOCS_POLICY);
    }
    next();
  };
}
