import { fileURLToPath } from 'node:url';
import { lingui } from '@lingui/vite-plugin';
import react from '@vitejs/plugin-react';
import { msw } from 'msw/vite';
import { defineConfig } from 'vite';
import { firstPagePreload } from './build/first-page-preload.ts';
import { mailGallery } from './build/mail-gallery.ts';
import { precompress } from './build/precompress.ts';
import { shopInDevelopment } from './build/shop-in-development.ts';
import { shortClassNames } from './build/short-class-names.ts';
import { shortMessageIds } from './build/short-message-ids.ts';
import { sizeBudget } from './build/size-budget.ts';
import { agentFor } from './server/api-connection.ts';
import { readConfig } from './server/config.ts';

/** Of the words that every page needs; other catalogues are loaded by the pages that need them. */
const CATALOGUE = /\/locale\/catalogs\/(\w+)\.po$/;
const SOURCES = fileURLToPath(new URL('src', import.meta.url));
const SOURCE_CATALOGUES = ['src/locale', 'src/features/order-service'].map((folder) =>
  fileURLToPath(new URL(`${folder}/catalogs/en.po`, import.meta.url)),
);
const DEMO_SHOP = fileURLToPath(new URL('../../shop.json', import.meta.url));
const PAGES = {
  '/': 'src/app/catalog-route.tsx',
  '/cart': 'src/app/cart-route.tsx',
  '/order/success': 'src/app/order-route.tsx',
  '/order/find': 'src/app/order-service-route.tsx',
  '/order/withdraw': 'src/app/order-service-route.tsx',
};
/** Only orders of which a parcel is out, subscriptions, and orders that their shopper can change. */
const SELDOM = /features\/order\/(parcels|manage-subscription|changes)\.tsx$/;
const ORDER_PAGE_MAX_BYTES = 105_000;

export default defineConfig(({ command, mode }) => {
  // Only development reads the environment: a build of the product does not know where it will run.
  const shopFile = process.env['SHOP_CONFIG'] || DEMO_SHOP;
  // `npm run dev:web`: there is no API, the browser answers the requests itself. The browser tests serve a build of it.
  const alone = mode === 'alone';
  const config =
    command === 'serve' || alone
      ? readConfig({ ...process.env, SHOP_CONFIG: shopFile })
      : undefined;
  const [apiUrl = ''] = config?.apiUrls ?? [];
  return {
    plugins: [
      lingui({
        configPath: fileURLToPath(new URL('lingui.config.ts', import.meta.url)),
        macroTransform: true,
        // In development a message without a translation is shown in English.
        failOnMissing: command === 'build' && !alone,
        failOnCompileError: true,
      }),
      react(),
      config &&
        shopInDevelopment(
          shopFile,
          alone
            ? {
                ...config,
                apiOrigin: '',
                checkoutOrigins: [...config.checkoutOrigins, ...ownOrigins(config.port)],
              }
            : config,
        ),
      mailGallery(),
      config && msw({ mode: 'worker-only' }),
      firstPagePreload(PAGES, CATALOGUE),
      shortMessageIds(SOURCE_CATALOGUES, /apps\/web\/src\/.*\.(tsx?|po)$/),
      !alone && sizeBudget(PAGES['/order/success'], CATALOGUE, SELDOM, ORDER_PAGE_MAX_BYTES),
      !alone && precompress(),
    ],
    resolve: {
      tsconfigPaths: true,
      // React has this hook since version 18, so the shim for older versions is not needed.
      alias: [{ find: /^use-sync-external-store\/shim(\/index\.js)?$/, replacement: 'react' }],
    },
    // Short class names: the page's scripts carry each of them.
    ...(command === 'build' && {
      css: { modules: { generateScopedName: shortClassNames(SOURCES) } },
    }),
    build: {
      outDir: fileURLToPath(new URL('../../dist/apps/web/client', import.meta.url)),
      emptyOutDir: true,
      license: { fileName: 'licenses.md' },
      assetsInlineLimit: 0,
      // All styles are 4 kB: less than a second request costs.
      cssCodeSplit: false,
      // Every browser that the build targets supports modulepreload.
      // The document preloads what the first page needs: see firstPagePreload.
      modulePreload: false,
      rolldownOptions: {
        output: {
          codeSplitting: {
            groups: [
              // The libraries change less often than the shop, so browsers can keep them in their caches.
              { name: 'vendor', test: /node_modules|rolldown\/runtime/ },
              // Code that every page needs is loaded with the entry, not after it.
              {
                name: 'base',
                test: /src\/(api-client|config|ui)\/|src\/locale\/(?!product-text)[^/]+$|libs\/money\/|preload-helper|src\/app\/(layout|footer|pages|error-boundary|crash-page|language-switch|first-answer|app)\b|features\/[^/]+\/get-/,
              },
            ],
          },
        },
      },
    },
    ...(config && {
      server: {
        port: config.port,
        host: config.host,
        strictPort: true,
        ...(!alone && {
          proxy: { '/api': { target: apiUrl, agent: agentFor(apiUrl), changeOrigin: false } },
        }),
      },
    }),
  };
});

/** Without an API, a checkout leads straight back to the shop. */
const ownOrigins = (port: number) =>
  ['localhost', '127.0.0.1'].map((host) => `http://${host}:${port}`);
