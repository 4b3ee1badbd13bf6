import { fileURLToPath } from 'node:url';
import { lingui } from '@lingui/vite-plugin';
import react from '@vitejs/plugin-react';
import { msw } from 'msw/vite';
import { defineConfig, type Plugin } from 'vite';
import { droppableRouterParts } from './build/droppable-router-parts.ts';
import { orderPagePreload } from './build/order-page-preload.ts';
import { plainDynamicImports } from './build/plain-dynamic-imports.ts';
import { precompress } from './build/precompress.ts';
import { sizeBudget } from './build/size-budget.ts';
import { agentFor } from './server/api-connection.ts';
import { readConfig } from './server/config.ts';
import { fillShopConfig } from './server/document.ts';
import type { ShopConfig } from './server/document.ts';

const ORDER_ROUTE = 'src/app/order-route.tsx';
const CATALOGUE = /\/(\w+)\.po$/;
const ORDER_ROUTE_MAX_BYTES = 105_000;

export default defineConfig(({ command, mode }) => {
  // The environment is for the dev server; a build knows nothing of where it will run.
  const config = readConfig(command === 'serve' ? process.env : {});
  // `npm run dev:web`: no API behind it, the browser answers itself.
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
      droppableRouterParts(),
      plainDynamicImports(),
      sizeBudget(ORDER_ROUTE, CATALOGUE, ORDER_ROUTE_MAX_BYTES),
      precompress(),
    ],
    resolve: {
      tsconfigPaths: true,
      // React has had it since 18; the stand-in for older ones is not needed.
      alias: { 'use-sync-external-store/shim': 'react' },
    },
    build: {
      outDir: fileURLToPath(new URL('../../dist/apps/web/client', import.meta.url)),
      emptyOutDir: true,
      license: { fileName: 'licenses.md' },
      assetsInlineLimit: 0,
      // All of it is 4 kB: less than a second request costs.
      cssCodeSplit: false,
      // Every browser the build is for knows modulepreload.
      modulePreload: { polyfill: false },
      rolldownOptions: {
        output: {
          codeSplitting: {
            groups: [
              // The libraries change less often than the shop, and stay in browsers' caches.
              { name: 'vendor', test: /node_modules/ },
              // What every page needs comes with the entry, not after it.
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

/** Alone, whoever goes to pay comes straight back. */
const ownOrigins = (port: number) =>
  ['localhost', '127.0.0.1'].map((host) => `http://${host}:${port}`);

/** In development the document gets its configuration from Vite, as it does from server/ when built. */
function shopConfigInDev({ apiOrigin, checkoutOrigins }: ShopConfig): Plugin {
  return {
    name: 'shop-config',
    apply: 'serve',
    transformIndexHtml: (html) => fillShopConfig(html, { apiOrigin, checkoutOrigins }),
  };
}
