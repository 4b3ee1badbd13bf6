import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { droppableRouterParts } from './build/droppable-router-parts.ts';
import { orderPagePreload } from './build/order-page-preload.ts';
import { precompress } from './build/precompress.ts';
import { sizeBudget } from './build/size-budget.ts';
import { readConfig } from './server/config.ts';
import { fillShopConfig } from './server/document.ts';

const ORDER_ROUTE = 'src/app/order-route.tsx';
const ORDER_ROUTE_MAX_BYTES = 105_000;

export default defineConfig(({ command }) => {
  // The environment is for the dev server; a build knows nothing of where it will run.
  const config = readConfig(command === 'serve' ? process.env : {});
  return {
    plugins: [
      react(),
      shopConfigInDev(config.checkoutOrigins),
      orderPagePreload(ORDER_ROUTE),
      droppableRouterParts(),
      sizeBudget(ORDER_ROUTE, ORDER_ROUTE_MAX_BYTES),
      precompress(),
    ],
    resolve: { tsconfigPaths: true },
    build: {
      outDir: fileURLToPath(new URL('../../dist/apps/web/client', import.meta.url)),
      emptyOutDir: true,
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
                test: /src\/(api-client|config|locale|ui)\/|libs\/money\/|preload-helper/,
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
      proxy: { '/api': { target: config.apiUrl, changeOrigin: false } },
    },
  };
});

/** In development the document gets its configuration from Vite, as it does from server/ when built. */
function shopConfigInDev(checkoutOrigins: readonly string[]): Plugin {
  return {
    name: 'shop-config',
    apply: 'serve',
    transformIndexHtml: (html) => fillShopConfig(html, { apiOrigin: '', checkoutOrigins }),
  };
}
