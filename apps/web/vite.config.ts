import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { readConfig } from './server/config.ts';
import { fillShopConfig } from './server/document.ts';

const outDir = fileURLToPath(new URL('../../dist/apps/web/client', import.meta.url));

export default defineConfig(({ command }) => {
  // The environment is for the dev server; a build knows nothing of where it will run.
  const config = readConfig(command === 'serve' ? process.env : {});
  return {
    plugins: [react(), shopConfigInDev(config.checkoutOrigins)],
    resolve: { tsconfigPaths: true },
    build: { outDir, emptyOutDir: true, assetsInlineLimit: 0 },
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
