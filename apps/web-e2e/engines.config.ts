import { defineConfig } from '@playwright/test';

/** `npm run e2e:engines`: the buying journey in the engines of other browsers, one after the other. */
export default defineConfig({
  testDir: 'src/engines',
  testMatch: '**/*.engine.ts',
  outputDir: '../../test-results/engines',
  globalSetup: './src/engines/report-missing.ts',
  workers: 1,
  timeout: 240_000,
  expect: { timeout: 30_000 },
  reporter: [['list']],
});
