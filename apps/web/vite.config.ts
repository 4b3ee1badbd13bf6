import { fileURLToPath } from 'node:url';
import { lingui } from '@lingui/vite-plugin';
import react from '@vitejs/plugin-react';
import { msw } from 'msw/vite';
import { defineConfig, type Plugin } from 'vite';
import { droppableQueryParts } from './build/droppable-query-parts.ts';
import { droppableRouterParts } from './build/droppable-router-parts.ts';
import { orderPagePreload } from './build/order-page-preload.ts';
import { plainDynamicImports } from './build/plain-dynamic-imports.ts';
import { precompress } from './build/precompress.ts';
import { shortMessageIds } from './build/short-message-ids.ts';
import { sizeBudget } from './build/size-budget.ts';
import { agentFor } from './server/api-connection.ts';
import { readConfig } from './server/config.ts';
import { fillShopConfig } from './server/document.ts';
import type { ShopConfig } from './server/document.ts';

const ORDER_ROUTE = 'src/app/order-route.tsx';
const CATALOGUE = /\/(\w+)\.po$/;
const SOURCE_CATALOGUE = fileURLToPath(new URL('src/locale/catalogs/en.po', import.meta.url));
const ORDER_ROUTE_MAX_BYTES = 105_000;

export default defineConfig(({ command, mode }) => {
  // Only the dev server reads the environment: a build does not know where it will run.
  const config = readConfig(command === 'serve' ? process.env : {});
  // `npm run dev:web`: there is no API, the browser answers the requests itself.
  const alone = mode === 'alone';
  const [apiUrl = ''] = config.apiUrls;
  return {
    plugins: [
      lingui({
        configPath: fileURLToPath(new URL('lingui.config.ts', import.meta.url)),
        macroTransform: true,
        // In development a message without a translation is shown in English.
        failOnMissing: command === 'build',
        failOnCompileError: true,
      }),
      react(),
      shopConfigInDev(
        alone
          ? {
              apiOrigin: '',
              checkoutOrigins: [...config.checkoutOrigins, ...ownOrigins(config.port)],
            }
          : config,
      ),
      command === 'serve' && msw({ mode: 'worker-only' }),
      orderPagePreload(ORDER_ROUTE, CATALOGUE),
      droppableQueryParts(),
      droppableRouterParts(),
      plainDynamicImports(),
      shortMessageIds(SOURCE_CATALOGUE, /apps\/web\/src\/.*\.(tsx?|po)$/),
      sizeBudget(ORDER_ROUTE, CATALOGUE, ORDER_ROUTE_MAX_BYTES),
      precompress(),
    ],
    resolve: {
      tsconfigPaths: true,
      // React has this hook since version 18, so the shim for older versions is not needed.
      alias: { 'use-sync-external-store/shim': 'react' },
    },
    build: {
      outDir: fileURLToPath(new URL('../../dist/apps/web/client', import.meta.url)),
      emptyOutDir: true,
      license: { fileName: 'licenses.md' },
      assetsInlineLimit: 0,
      // All styles are 4 kB: less than a second request costs.
      cssCodeSplit: false,
      // Every browser that the build targets supports modulepreload.
      modulePreload: {
        polyfill: false,
        // What a page's module imports has come with the entry.
        resolveDependencies: (_file, imports, { hostType }) => (hostType === 'js' ? [] : imports),
      },
      rolldownOptions: {
        output: {
          codeSplitting: {
            groups: [
              // The libraries change less often than the shop, so browsers can keep them in their caches.
              { name: 'vendor', test: /node_modules/ },
              // Code that every page needs is loaded with the entry, not after it.
              {
                name: 'base',
                test: /src\/(api-client|config|ui)\/|src\/locale\/[^/]+$|libs\/money\/|preload-helper/,
              },
            ],
          },
        },
      },
    },
    server: {
      port: config.port,
      host: config.host,
      strictPort: true,
      ...(!alone && {
        proxy: { '/api': { target: apiUrl, agent: agentFor(apiUrl), changeOrigin: false } },
      }),
    },
  };
});

/** Without an API, a checkout leads straight back to the shop. */
const ownOrigins = (port: number) =>
  ['localhost', '127.0.0.1'].map((host) => `http://${host}:${port}`);

/** In development, Vite writes the configuration into the document. In production, server/ does. */
function shopConfigInDev({ apiOrigin, checkoutOrigins }: ShopConfig): Plugin {
  return {
    name: 'shop-config',
    apply: 'serve',
    transformIndexHtml: (html) => fillShopConfig(html, { apiOrigin, checkoutOrigins }),
  };
}
