import { resolve } from 'node:path';
import { defineConfig } from 'vite';

/** One file for Node that `npm run drills` starts; node_modules stay outside. */
export default defineConfig({
  resolve: { tsconfigPaths: true },
  publicDir: false,
  build: {
    ssr: true,
    rolldownOptions: { input: { drills: 'src/main.ts' } },
    outDir: resolve(import.meta.dirname, '../../dist/apps/api-e2e'),
    emptyOutDir: true,
    target: 'node24',
    sourcemap: true,
  },
});
