import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';

/** The problems that this server answers by itself: status and title of each code. */
export const problems = {
  INVALID_REQUEST: [400, 'The request does not have the documented shape'],
  NOT_FOUND: [404, 'There is nothing at this address'],
  // Not in the API's contract: the API answers 404 to a method that a route does not have.
  METHOD_NOT_ALLOWED: [405, 'Only GET and HEAD are allowed here'],
  REQUEST_TIMEOUT: [408, 'The request did not arrive in time'],
  PAYLOAD_TOO_LARGE: [413, 'The body is too large'],
  HEADERS_TOO_LARGE: [431, 'The address or the headers are too large'],
  INTERNAL_ERROR: [500, 'Something went wrong on our side'],
  SERVICE_UNAVAILABLE: [503, 'The service cannot answer at the moment'],
} as const;

export type ProblemCode = keyof typeof problems;

/** The API's security headers, for answers that are no page. HSTS is left to whatever ends TLS before this server. */
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

/** Status, headers and body of a problem document (RFC 9457), with a new request id. */
export function problemAnswer(code: ProblemCode) {
  const [status, title] = problems[code];
  const requestId = randomUUID();
  const body = JSON.stringify({ type: 'about:blank', title, status, code, requestId });
  const headers = {
    ...HEADERS,
    'Content-Type': 'application/problem+json',
    'Content-Length': Buffer.byteLength(body),
    'X-Request-Id': requestId,
  };
  return { status, headers, body };
}

/** Answers with a problem document. An answer that has begun is cut: half of it must not look complete. */
export function sendProblem(
  res: ServerResponse,
  code: ProblemCode,
  extra: Record<string, string> = {},
): void {
  if (res.headersSent) {
    res.destroy();
    return;
  }
  const { status, headers, body } = problemAnswer(code);
  res.writeHead(status, { ...headers, ...extra }).end(body);
}
