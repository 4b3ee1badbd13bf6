import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { lingui } from '@lingui/vite-plugin';
import { createServer } from 'vite';
import type { Plugin, PreviewServer, ViteDevServer } from 'vite';

const API = fileURLToPath(new URL('../../api/', import.meta.url));
const GALLERY = '/src/order/fulfilment/mail/gallery/mail-gallery.ts';

/** What the gallery of the API's e-mails offers; it is loaded from its source, as no import can be. */
interface Gallery {
  galleryPage: (language: string) => string;
  exampleMail: (name: string, language: string) => { text: string; html: string } | undefined;
}

/**
 * `/dev/mails` of the development server: every e-mail in every language, made by the API's own code as it is now. The
 * shop is developed without the API too: where its source is missing, there is no such page.
 */
export function mailGallery(): Plugin {
  let api: Promise<ViteDevServer> | undefined;
  const gallery = async () => {
    api ??= createServer({
      root: API,
      configFile: false,
      plugins: [lingui({ configPath: `${API}lingui.config.ts`, macroTransform: true })],
      resolve: { tsconfigPaths: true },
      logLevel: 'error',
      appType: 'custom',
      // Nothing is built for a browser.
      optimizeDeps: { noDiscovery: true },
      server: { middlewareMode: true, hmr: false, ws: false },
    });
    return (await (await api).ssrLoadModule(GALLERY)) as Gallery;
  };
  const serve = (server: ViteDevServer | PreviewServer) => {
    server.middlewares.use('/dev/mails', (request, response, next) => {
      if (!existsSync(`${API}${GALLERY}`)) return next();
      const url = new URL(request.url ?? '', 'http://localhost');
      gallery()
        .then((loaded) => {
          const page = pageAt(url, loaded);
          if (!page) return next();
          response.setHeader('Content-Type', `text/${page.type}; charset=utf-8`);
          response.end(page.body);
        })
        .catch(next);
    });
    server.httpServer?.once('close', () => void api?.then((one) => one.close()));
  };
  return {
    name: 'mail-gallery',
    apply: 'serve',
    configureServer: serve,
    configurePreviewServer: serve,
  };
}

/** `/dev/mails?lang=de`, `/dev/mails/confirmed/de`, `/dev/mails/confirmed/de.txt` */
function pageAt({ pathname, searchParams }: URL, { galleryPage, exampleMail }: Gallery) {
  if (pathname === '/') {
    return { type: 'html', body: galleryPage(searchParams.get('lang') ?? 'en') };
  }
  const [, name = '', language = '', plain] = /^\/([\w-]+)\/(\w+)(\.txt)?$/.exec(pathname) ?? [];
  const mail = exampleMail(name, language);
  if (!mail) return undefined;
  return plain ? { type: 'plain', body: mail.text } : { type: 'html', body: mail.html };
}
