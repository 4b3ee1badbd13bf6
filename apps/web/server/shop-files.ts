import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ShopFile } from '@shop/shop-file';
import { shopIcon } from './shop-icon.ts';
import type { ShopPicture } from './shop-pictures.ts';
import { shopStylesheet } from './shop-stylesheet.ts';

export const STYLESHEET = '/shop.css';
export const ICON = '/favicon.svg';

export interface ShopFiles {
  /** The address of a file, with its version. */
  urlOf: (path: string) => string;
  /** Answers with the shop's stylesheet, icon or one of its pictures; passes everything else on. */
  serve: (req: IncomingMessage, res: ServerResponse, next: () => void) => void;
}

/** The files of this shop: those that are made of its shop file, and its pictures. */
export function shopFiles(
  shop: Pick<ShopFile, 'name' | 'appearance'>,
  pictures: ReadonlyMap<string, ShopPicture>,
): ShopFiles {
  const files = new Map<string, ShopPicture>([
    ...pictures,
    [
      STYLESHEET,
      { type: 'text/css; charset=utf-8', body: Buffer.from(shopStylesheet(shop.appearance)) },
    ],
    [ICON, { type: 'image/svg+xml', body: Buffer.from(shopIcon(shop)) }],
  ]);
  const versions = new Map([...files].map(([path, { body }]) => [path, versionOf(body)]));
  return {
    urlOf: (path) => `${path}?v=${versions.get(path)}`,
    serve: (req, res, next) => {
      const [path = '', query] = (req.url ?? '').split('?');
      const file = files.get(path);
      if (!file || (req.method !== 'GET' && req.method !== 'HEAD')) return next();
      const version = versions.get(path);
      const etag = `"${version}"`;
      const isNamed = query === `v=${version}`;
      res.setHeader('ETag', etag);
      res.setHeader(
        'Cache-Control',
        isNamed ? 'public, max-age=31536000, immutable' : 'public, max-age=0, must-revalidate',
      );
      res.setHeader('X-Content-Type-Options', 'nosniff');
      res.setHeader('Referrer-Policy', 'no-referrer');
      // An SVG that is opened by itself is a document, and could run scripts.
      res.setHeader(
        'Content-Security-Policy',
        "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      );
      if (req.headers['if-none-match'] === etag) res.writeHead(304).end();
      else {
        res.setHeader('Content-Type', file.type);
        res.setHeader('Content-Length', file.body.length);
        res.end(req.method === 'HEAD' ? undefined : file.body);
      }
    },
  };
}

const versionOf = (body: Buffer) =>
  createHash('sha256').update(body).digest('base64url').slice(0, 12);
