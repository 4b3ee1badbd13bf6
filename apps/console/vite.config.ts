import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The console: built, it is served by the shop's server with WEB_CLIENT_DIR. */
export default defineConfig(({ mode }) => ({
  plugins: [react()],
  resolve: { tsconfigPaths: true },
  // Not that of the shop: two servers that share a cache overwrite each other's files.
  cacheDir: fileURLToPath(new URL('../../node_modules/.vite/console', import.meta.url)),
  build: {
    outDir: fileURLToPath(new URL('../../dist/apps/console/client', import.meta.url)),
    emptyOutDir: true,
    license: { fileName: 'licenses.md' },
    assetsInlineLimit: 0,
    modulePreload: false,
  },
  server: {
    port: Number(process.env['CONSOLE_PORT'] || 4300),
    // The address that the stack asks; a browser that is sent to localhost comes to it too.
    host: '127.0.0.1',
    strictPort: true,
    // `npm run dev:console`: there is no API, the page answers itself from the contract's examples.
    ...(mode !== 'alone' && {
      proxy: { '/api': { target: process.env['API_URL'] || 'http://127.0.0.1:3000' } },
    }),
  },
}));
