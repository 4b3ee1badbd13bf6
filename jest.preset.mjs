import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('.', import.meta.url));

/**
 * What every project's Jest shares: native ES modules (Nest 12 is ESM only), TypeScript through SWC with the
 * decorator metadata Nest needs, and the same library aliases as tsconfig.base.json.
 */
export default {
  testEnvironment: `${root}checks/node-environment.mjs`,
  cacheDirectory: `${root}.nx/jest`,
  // Nx runs several targets at a time; a second worker in each would be slower on two cores.
  maxWorkers: 1,
  testMatch: ['**/*.spec.ts', '**/*.spec.tsx'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2023',
          experimental: { keepImportAttributes: true },
          parser: { syntax: 'typescript', tsx: true, decorators: true },
          transform: {
            legacyDecorator: true,
            decoratorMetadata: true,
            react: { runtime: 'automatic' },
          },
        },
        module: { type: 'es6' },
      },
    ],
  },
  moduleNameMapper: {
    '^@shop/contract$': `${root}libs/contract/src/index.ts`,
    '^@shop/contract/(.*)$': `${root}libs/contract/src/$1`,
    '^@shop/shop-harness/(.*)$': `${root}libs/shop-harness/src/$1`,
    '^@shop/money$': `${root}libs/money/src/index.ts`,
    '^@shop/shop-file$': `${root}libs/shop-file/src/index.ts`,
    '^@shop/shop-file/(.*)$': `${root}libs/shop-file/src/$1`,
    '^@shop/stack$': `${root}libs/stack/src/index.ts`,
    '\\.module\\.css$': `${root}checks/css-module-stub.mjs`,
    '\\.css$': `${root}checks/css-module-stub.mjs`,
  },
};
