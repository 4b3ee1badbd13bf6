import type { RequestHandler } from 'express';
import sirv from 'sirv';

/** A file's path as the document and its scripts write it: no percent-encoding, no empty or dotted segment. */
const PLAIN_PATH = /^(\/\.well-known)?(\/[\w-][\w.-]*)+$/;

/**
 * The built files with their cache rules, each at one spelling of its path. The document is never among them: it is a
 * template, and needs headers of its own.
 */
export function staticFiles(clientDir: string): RequestHandler {
  const serve = sirv(clientDir, {
    brotli: true,
    gzip: true,
    etag: true,
    extensions: [],
    setHeaders,
  });
  return (req, res, next) => {
    if (PLAIN_PATH.test(req.path) && !/\.html$/i.test(req.path)) serve(req, res, next);
    else next();
  };
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
