import { resolve } from 'node:path';
import { defineConfig } from 'vite';

/** The files for Node that `npm run drills` and `npm run bench` start; node_modules stay outside. */
export default defineConfig({
  resolve: { tsconfigPaths: true },
  publicDir: false,
  build: {
    ssr: true,
    rolldownOptions: {
      input: { drills: 'src/main.ts', bench: 'src/bench/main.ts' },
      // Beside them, for where the repository is, is told by where a file is.
      output: { chunkFileNames: '[name].js' },
    },
    outDir: resolve(import.meta.dirname, '../../dist/apps/api-e2e'),
    emptyOutDir: true,
    target: 'node24',
    sourcemap: true,
  },
});
