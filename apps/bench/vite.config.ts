import { resolve } from 'node:path';
import { defineConfig } from 'vite';

/** The file for Node that `npm run bench` starts. Packages of node_modules are not bundled. */
export default defineConfig({
  resolve: { tsconfigPaths: true },
  publicDir: false,
  build: {
    ssr: 'src/main.ts',
    // Chunks go beside main.js: libs/stack finds the repository by the depth of its own file.
    rolldownOptions: { output: { chunkFileNames: '[name].js' } },
    outDir: resolve(import.meta.dirname, '../../dist/apps/bench'),
    emptyOutDir: true,
    target: 'node24',
    sourcemap: true,
  },
});
