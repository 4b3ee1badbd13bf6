import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/** The small Node server that serves the built shop; its dependencies stay in node_modules. */
export default defineConfig({
  publicDir: false,
  resolve: { tsconfigPaths: true },
  build: {
    ssr: 'server/main.ts',
    target: 'node24',
    outDir: fileURLToPath(new URL('../../dist/apps/web/server', import.meta.url)),
    emptyOutDir: true,
  },
});
