import { ServerResponse, type IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { RequestHandler } from 'express';
import { createProxyMiddleware } from 'http-proxy-middleware';
import { agentFor } from './api-connection.ts';
import { ApiFailureLog } from './api-failure-log.ts';
import { ApiReplicas } from './api-replicas.ts';
import { sendProblem } from './problem.ts';

// The API's own deadlines are shorter. This one ends a connection on which nothing comes any more.
const SILENCE_LIMIT_MS = 30_000;
// The API's largest body is a webhook's. A larger one is refused here, before it is sent on.
const MAX_BODY_BYTES = 512 * 1024;
const TRY_AGAIN = { 'Retry-After': '2' };

/** Codes of a connection that the other side has ended, or that never came about. */
const GONE = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'EHOSTUNREACH', 'ENOTFOUND']);
/** Codes of a TLS handshake that failed: a certificate that is not trusted, or no TLS at all. */
const TLS_FAILED = /CERT|^ERR_(TLS|SSL)|^UNABLE_TO_|^EPROTO$/;

type Request = IncomingMessage & { replica?: string; tries?: number };
type Response = ServerResponse<IncomingMessage>;

/**
 * Hands /api/* on to the API unchanged (Host, Origin, cookies, raw body), so that shop and API are one origin to the
 * browser. Several replicas are asked in turn, over TLS where the origin is https. When one is gone, a request that
 * only reads is repeated at the next. Any other is answered 503: its sender knows how to repeat it safely (an
 * idempotency key, Stripe's retries).
 */
export function apiProxy(apiUrls: readonly string[]): RequestHandler {
  const replicas = new ApiReplicas(apiUrls);
  const failures = new ApiFailureLog();
  const proxies = new Map(
    apiUrls.map((url) => [
      url,
      createProxyMiddleware<Request>({
        target: url,
        changeOrigin: false,
        proxyTimeout: SILENCE_LIMIT_MS,
        agent: agentFor(url),
        on: {
          proxyReq: addClientAddress,
          proxyRes: (proxyRes, _req, res) => {
            failures.clear(url);
            keepOwnConnection(proxyRes, res);
          },
          error: answerError,
        },
      }),
    ]),
  );

  function handOn(req: Request, res: Response): void {
    const replica = replicas.next();
    req.replica = replica;
    // The proxy calls next only after an error, which answerError has answered.
    void proxies.get(replica)?.(req, res, () => undefined);
  }

  function answerError(error: Error, req: Request, res: Response | Socket): void {
    if (!(res instanceof ServerResponse)) {
      res.destroy();
      return;
    }
    const code = (error as NodeJS.ErrnoException).code ?? '';
    const gone = GONE.has(code) || TLS_FAILED.test(code);
    // A client that has left is no failure of the API.
    if (req.replica && !res.destroyed) {
      failures.write(req.replica, code, error.message);
      if (gone) replicas.passOver(req.replica);
    }
    req.tries = (req.tries ?? 1) + 1;
    const reads = req.method === 'GET' || req.method === 'HEAD';
    if (gone && reads && !res.headersSent && req.tries <= replicas.size) handOn(req, res);
    else sendProblem(res, 'SERVICE_UNAVAILABLE', TRY_AGAIN);
  }

  return (req, res, next) => {
    if (req.path !== '/api' && !req.path.startsWith('/api/')) next();
    else if (Number(req.headers['content-length']) > MAX_BODY_BYTES) {
      sendProblem(res, 'PAYLOAD_TOO_LARGE', { Connection: 'close' });
    } else handOn(req, res);
  };
}

/** Appended, never replaced: the API counts from the right and finds the address that this server saw. */
function addClientAddress(
  proxyReq: { setHeader(name: string, value: string): unknown },
  req: IncomingMessage,
): void {
  const before = req.headers['x-forwarded-for'];
  const seen = req.socket.remoteAddress ?? '';
  proxyReq.setHeader('x-forwarded-for', before ? `${String(before)}, ${seen}` : seen);
}

/** Whether a connection is kept is a matter of each hop (RFC 9110, section 7.6.1), not of the API's answer. */
function keepOwnConnection(proxyRes: IncomingMessage, res: ServerResponse): void {
  const own = res.getHeader('connection');
  if (own === undefined) delete proxyRes.headers.connection;
  else proxyRes.headers.connection = String(own);
}
