import { cp } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { lingui } from '@lingui/vite-plugin';
import { defineConfig } from 'vite';

const outDir = resolve(import.meta.dirname, '../../dist/apps/api');

const optional = [
  'pg-native',
  'class-transformer',
  'class-validator',
  '@fastify/static',
  '@nestjs/microservices',
  '@nestjs/websockets',
  '@mikro-orm/core',
];

/** The API, its worker and its commands for Node, with their dependencies. */
export default defineConfig({
  resolve: { tsconfigPaths: true },
  publicDir: false,
  ssr: {
    // Everything in one place: finding and reading a thousand small files is half of a start.
    noExternal: true,
    // Files of their own (WebAssembly, the pages of Swagger UI), and what Nest and pg only use if it is there.
    external: ['@electric-sql/pglite', 'swagger-ui-dist', ...optional],
  },
  build: {
    ssr: true,
    rolldownOptions: {
      input: {
        main: 'src/main.ts',
        worker: 'src/worker.ts',
        orders: 'src/cli/orders.ts',
        staff: 'src/cli/staff.ts',
        'stripe-connect': 'src/cli/stripe-connect.ts',
        'stripe-doctor': 'src/cli/stripe-doctor.ts',
        'shop-check': 'src/cli/shop-check.ts',
        openapi: 'src/openapi/print.ts',
        operations: 'src/docs-generator/write.ts',
      },
      // All in one folder: the migrations are looked for beside the code.
      output: { chunkFileNames: '[name].js' },
    },
    outDir,
    emptyOutDir: true,
    license: { fileName: 'licenses.md' },
    target: 'node24',
    sourcemap: true,
  },
  plugins: [
    lingui({
      configPath: fileURLToPath(new URL('lingui.config.ts', import.meta.url)),
      macroTransform: true,
      // `lingui check` has refused a build with missing messages. In development such a message is shown in English.
      failOnMissing: false,
      failOnCompileError: true,
    }),
    {
      name: 'copy-migrations',
      closeBundle: () =>
        cp(resolve(import.meta.dirname, 'src/database/schema/migrations'), `${outDir}/migrations`, {
          recursive: true,
        }),
    },
  ],
});
