import { resolve } from 'node:path';
import type { Plugin } from 'vite';
import { readShop } from '../server/config.ts';
import type { ServerConfig } from '../server/config.ts';
import { fillDocument } from '../server/document.ts';
import { shopFiles } from '../server/shop-files.ts';

/**
 * What server/ does with the shop file in production: Vite's development server writes the shop into the document and serves
 * its files. A change of the file loads the page again; a faulty one is said, and the last good one stays.
 *
 * @param path of the shop file
 */
export function shopInDevelopment(path: string, config: ServerConfig): Plugin {
  let current = config;
  let files = shopFiles(config.shopFile, config.pictures);
  return {
    name: 'shop-in-development',
    transformIndexHtml: (html) => fillDocument(html, current, files.urlOf),
    configurePreviewServer({ middlewares }) {
      middlewares.use((req, res, next) => files.serve(req, res, next));
    },
    configureServer({ middlewares, watcher, ws, config: { logger } }) {
      middlewares.use((req, res, next) => files.serve(req, res, next));
      watcher.add(path);
      watcher.on('change', (changed) => {
        if (changed !== resolve(path)) return;
        const faults: string[] = [];
        const shop = readShop(path, faults);
        for (const fault of faults) logger.error(fault);
        if (!shop || faults.length > 0) return;
        current = { ...config, ...shop };
        files = shopFiles(shop.shopFile, shop.pictures);
        ws.send({ type: 'full-reload' });
      });
    },
  };
}
