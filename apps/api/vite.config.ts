import { cp } from 'node:fs/promises';
import { resolve } from 'node:path';
import { defineConfig } from 'vite';

const outDir = resolve(import.meta.dirname, '../../dist/apps/api');

/** One file for Node; node_modules stay outside, our libraries come in from their sources. */
export default defineConfig({
  resolve: { tsconfigPaths: true },
  publicDir: false,
  build: {
    ssr: true,
    rolldownOptions: {
      input: {
        main: 'src/main.ts',
        worker: 'src/worker.ts',
        orders: 'src/command/orders.ts',
        openapi: 'src/openapi/print.ts',
      },
      // All in one folder: the migrations are looked for beside the code.
      output: { chunkFileNames: '[name].js' },
    },
    outDir,
    emptyOutDir: true,
    target: 'node24',
    sourcemap: true,
  },
  plugins: [
    {
      name: 'copy-migrations',
      closeBundle: () =>
        cp(resolve(import.meta.dirname, 'src/database/migrations'), `${outDir}/migrations`, {
          recursive: true,
        }),
    },
  ],
});
