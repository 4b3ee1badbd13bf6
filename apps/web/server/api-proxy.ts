import { randomUUID } from 'node:crypto';
import { ServerResponse, type IncomingMessage } from 'node:http';
import type { Problem } from '@shop/contract';
import { createProxyMiddleware } from 'http-proxy-middleware';

// The API answers every route sooner by itself; this ends a connection that has gone silent.
const SILENCE_LIMIT_MS = 30_000;

/**
 * Hands /api/* to the API as it came (Host, Origin, cookies, raw body), so that to the browser shop and API are one
 * origin. An API that cannot be reached is a problem document like its own: 503 SERVICE_UNAVAILABLE.
 */
export function apiProxy(apiUrl: string) {
  return createProxyMiddleware({
    target: apiUrl,
    changeOrigin: false,
    proxyTimeout: SILENCE_LIMIT_MS,
    pathFilter: (pathname) => pathname === '/api' || pathname.startsWith('/api/'),
    on: {
      proxyReq: (proxyReq, req) => {
        // Appended, never taken over: whoever counts from the right finds the address this server saw.
        const before = req.headers['x-forwarded-for'];
        const seen = req.socket.remoteAddress ?? '';
        proxyReq.setHeader('x-forwarded-for', before ? `${String(before)}, ${seen}` : seen);
      },
      error: (_error, _req, res) => {
        if (res instanceof ServerResponse) answerUnavailable(res);
        else res.destroy();
      },
    },
  });
}

function answerUnavailable(res: ServerResponse<IncomingMessage>): void {
  if (res.headersSent) {
    // Half an answer must not look like a whole one.
    res.destroy();
    return;
  }
  const requestId = randomUUID();
  const problem: Problem = {
    type: 'about:blank',
    title: 'The service cannot answer at the moment',
    status: 503,
    code: 'SERVICE_UNAVAILABLE',
    requestId,
  };
  res.writeHead(503, {
    'Content-Type': 'application/problem+json',
    'Cache-Control': 'no-store',
    'Content-Security-Policy':
      "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
    'Referrer-Policy': 'no-referrer',
    'Retry-After': '2',
    'X-Content-Type-Options': 'nosniff',
    'X-Request-Id': requestId,
  });
  res.end(JSON.stringify(problem));
}
