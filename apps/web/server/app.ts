import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import express, { type Express, type Response } from 'express';
import sirv from 'sirv';
import { apiProxy } from './api-proxy.ts';
import type { ServerConfig } from './config.ts';
import { documentHeaders } from './document-headers.ts';
import { fillShopConfig, inlineScriptHashes } from './document.ts';

/** The SPA's routes; any other address gets the SPA's own "not found" page, with status 404. */
const ROUTES = ['/', '/cart', '/order/success'];

/**
 * The shop's server: the built SPA with its headers, its precompressed assets, and the API behind the same origin.
 * @throws when the folder of the client holds no index.html
 */
export function createApp(
  config: Pick<ServerConfig, 'apiUrls' | 'apiOrigin' | 'checkoutOrigins' | 'clientDir'>,
): Express {
  const { apiOrigin, checkoutOrigins } = config;
  const built = readFileSync(join(config.clientDir, 'index.html'), 'utf8');
  const html = fillShopConfig(built, { apiOrigin, checkoutOrigins });
  const scriptHashes = inlineScriptHashes(html);
  const sendDocument = (res: Response, status: 200 | 404) => {
    const { path } = res.req;
    res
      .status(status)
      .set(documentHeaders(scriptHashes, path, apiOrigin))
      .type('html')
      .send(html);
  };

  const app = express();
  app.disable('x-powered-by');
  app.get('/health', (_req, res) => {
    res.set('Cache-Control', 'no-store').json({ status: 'ok' });
  });
  app.use(apiProxy(config.apiUrls));
  app.get(ROUTES, (_req, res) => sendDocument(res, 200));
  // The file as built has no configuration in it.
  app.get('/index.html', (_req, res) => res.redirect(308, '/'));
  app.use(
    sirv(config.clientDir, { brotli: true, gzip: true, etag: true, extensions: [], setHeaders }),
  );
  app.use((req, res) => {
    if (req.method !== 'GET' && req.method !== 'HEAD') {
      res.status(405).set('Allow', 'GET, HEAD').type('text').send('Method not allowed\n');
    } else if (req.path.startsWith('/assets/') || /\.[^/]+$/.test(req.path)) {
      // Not the document: a browser must not take HTML for a script that is gone.
      res.status(404).set('Cache-Control', 'no-store').type('text').send('Not found\n');
    } else {
      sendDocument(res, 404);
    }
  });
  return app;
}

function setHeaders(res: { setHeader(name: string, value: string): unknown }, pathname: string) {
  const hashed = pathname.startsWith('/assets/');
  res.setHeader(
    'Cache-Control',
    hashed ? 'public, max-age=31536000, immutable' : 'public, max-age=86400',
  );
  res.setHeader('X-Content-Type-Options', 'nosniff');
  res.setHeader('Referrer-Policy', 'no-referrer');
}
