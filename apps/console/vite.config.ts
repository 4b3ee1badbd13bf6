import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The console: built, it is served by the shop's server with WEB_CLIENT_DIR. */
export default defineConfig(({ mode }) => ({
  plugins: [react()],
  resolve: { tsconfigPaths: true },
  build: {
    outDir: fileURLToPath(new URL('../../dist/apps/console/client', import.meta.url)),
    emptyOutDir: true,
    license: { fileName: 'licenses.md' },
    assetsInlineLimit: 0,
    modulePreload: false,
  },
  server: {
    port: Number(process.env['CONSOLE_PORT'] || 4300),
    strictPort: true,
    // `npm run dev:console`: there is no API, the page answers itself from the contract's examples.
    ...(mode !== 'alone' && {
      proxy: { '/api': { target: process.env['API_URL'] || 'http://127.0.0.1:3000' } },
    }),
  },
}));
