import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import express, {
  type ErrorRequestHandler,
  type Express,
  type Request,
  type Response,
} from 'express';
import { apiProxy } from './api-proxy.ts';
import type { ServerConfig } from './config.ts';
import { documentHeaders } from './document-headers.ts';
import { fillDocument, inlineScriptHashes } from './document.ts';
import { sendProblem } from './problem.ts';
import { shopFiles } from './shop-files.ts';
import { staticFiles } from './static-files.ts';

/**
 * The shop's server: the built SPA with its headers, its precompressed assets, and the API behind the same origin.
 * The document leaves this server in one way only: filled in, and with its headers.
 * @throws when the folder of the client holds no index.html
 */
export function createApp(
  config: Pick<
    ServerConfig,
    'apiUrls' | 'apiOrigin' | 'checkoutOrigins' | 'shopFile' | 'pictures' | 'clientDir' | 'routes'
  >,
): Express {
  const { apiOrigin } = config;
  const built = readFileSync(join(config.clientDir, 'index.html'), 'utf8');
  const files = shopFiles(config.shopFile, config.pictures);
  const html = fillDocument(built, config, files.urlOf);
  const scriptHashes = inlineScriptHashes(html);
  const compressed = brotliCompressSync(html);
  const headersOf = (res: Response) => documentHeaders(scriptHashes, res.req.path, apiOrigin);
  const sendDocument = (res: Response, status: 200 | 404) => {
    res.status(status).set(headersOf(res)).type('html').vary('Accept-Encoding');
    if (res.req.acceptsEncodings('br')) res.set('Content-Encoding', 'br').send(compressed);
    else res.send(html);
  };
  const answerUnknown = (req: Request, res: Response) => {
    // Not the document: a browser must not take HTML for a script that is gone.
    if (req.path.startsWith('/assets/') || /\.[^/]+$/.test(req.path)) sendProblem(res, 'NOT_FOUND');
    else sendDocument(res, 404);
  };
  // Express knows an error handler by its four parameters.
  const answerFault: ErrorRequestHandler = (error: unknown, req, res, _next) => {
    // A part of the address that Express cannot decode. It is not logged: it is what somebody has typed.
    if ((error as { status?: unknown } | null)?.status === 400) {
      answerUnknown(req, res);
      return;
    }
    console.error(error);
    sendProblem(res, 'INTERNAL_ERROR');
  };

  const app = express();
  app.disable('x-powered-by');
  app.use((req, res, next) => {
    // RFC 9112, section 3.2.
    if (req.headers.host === undefined && req.httpVersion === '1.1') {
      sendProblem(res, 'INVALID_REQUEST', { Connection: 'close' });
    } else next();
  });
  app.use(apiProxy(config.apiUrls));
  app.use((req, res, next) => {
    if (req.method === 'GET' || req.method === 'HEAD') next();
    else sendProblem(res, 'METHOD_NOT_ALLOWED', { Allow: 'GET, HEAD' });
  });
  app.get('/health', (_req, res) => {
    res.set('Cache-Control', 'no-store').json({ status: 'ok' });
  });
  app.get(config.routes, (_req, res) => sendDocument(res, 200));
  // The file as built has no configuration in it.
  app.get('/index.html', (_req, res) => res.set(headersOf(res)).redirect(308, '/'));
  app.use(files.serve);
  app.use(staticFiles(config.clientDir));
  app.use(answerUnknown);
  app.use(answerFault);
  return app;
}
