import { defineConfig } from '@playwright/test';

/** `npm run lighthouse`: measures, so nothing runs beside it, and is no part of the quick tests. */
export default defineConfig({
  testDir: 'src',
  testMatch: '**/*.lighthouse.ts',
  outputDir: '../../test-results/lighthouse',
  workers: 1,
  timeout: 180_000,
  expect: { timeout: 10_000 },
  reporter: [['dot']],
  use: { viewport: { width: 1280, height: 900 }, locale: 'en-US' },
});
