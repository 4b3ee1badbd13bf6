import { randomUUID } from 'node:crypto';
import { Agent, ServerResponse, type IncomingMessage } from 'node:http';
import type { Problem } from '@shop/contract';
import type { RequestHandler } from 'express';
import { createProxyMiddleware } from 'http-proxy-middleware';
import { ApiReplicas } from './api-replicas.ts';

// The API answers every route sooner by itself; this ends a connection that has gone silent.
const SILENCE_LIMIT_MS = 30_000;

/** Codes of a connection that somebody else has ended, or that never was. */
const GONE = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'EHOSTUNREACH', 'ENOTFOUND']);

type Request = IncomingMessage & { replica?: string; tries?: number };

/**
 * Hands /api/* to the API as it came (Host, Origin, cookies, raw body), so that to the browser shop and API are one
 * origin. Several replicas are asked in turn. When one is gone, what only reads is asked again at the next; what may
 * have changed something is left to its sender, who knows how to repeat it (an idempotency key, Stripe's retries).
 * An API that cannot be reached is a problem document like its own: 503 SERVICE_UNAVAILABLE.
 */
export function apiProxy(apiUrls: readonly string[]): RequestHandler {
  const replicas = new ApiReplicas(apiUrls);
  const proxy = createProxyMiddleware<Request>({
    target: 'http://chosen.by.router',
    router: (req) => (req.replica = replicas.next()),
    changeOrigin: false,
    proxyTimeout: SILENCE_LIMIT_MS,
    // A new connection for every request costs more than the request.
    agent: new Agent({ keepAlive: true }),
    pathFilter: (pathname) => pathname === '/api' || pathname.startsWith('/api/'),
    on: {
      proxyReq: (proxyReq, req) => {
        // Appended, never taken over: whoever counts from the right finds the address this server saw.
        const before = req.headers['x-forwarded-for'];
        const seen = req.socket.remoteAddress ?? '';
        proxyReq.setHeader('x-forwarded-for', before ? `${String(before)}, ${seen}` : seen);
      },
      error: (error, req, res) => {
        if (!(res instanceof ServerResponse)) {
          res.destroy();
          return;
        }
        const gone = GONE.has((error as NodeJS.ErrnoException).code ?? '');
        if (gone && req.replica && !res.destroyed) replicas.passOver(req.replica);
        req.tries = (req.tries ?? 1) + 1;
        const reads = req.method === 'GET' || req.method === 'HEAD';
        if (gone && reads && !res.headersSent && req.tries <= replicas.size) {
          void proxy(req, res, () => answerUnavailable(res));
        } else {
          answerUnavailable(res);
        }
      },
    },
  });
  return proxy;
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
