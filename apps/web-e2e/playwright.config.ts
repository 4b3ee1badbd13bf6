import { defineConfig } from '@playwright/test';
import { browserOptions } from './src/browser';
import { SHIPPING_SHOP } from './src/environments';
import type { WorkerFixtures } from './src/shop';

/** Real browser, real processes, free ports. Every run starts from nothing, and no test is tried twice. */
export default defineConfig<object, WorkerFixtures>({
  testDir: 'src',
  testMatch: '**/*.e2e.ts',
  outputDir: '../../test-results/web-e2e',
  forbidOnly: Boolean(process.env['CI']),
  retries: 0,
  // One waits while the other works. A file stays with one of them: tests of the same file share a shop.
  workers: 2,
  // Far more than a busy machine needs: what fails says so either way.
  timeout: 120_000,
  expect: { timeout: 30_000 },
  reporter: [['list']],
  use: {
    launchOptions: await browserOptions(),
    viewport: { width: 1280, height: 900 },
    locale: 'en-US',
    // Recording doubles the time of a test; ask for it with --trace=on.
    trace: 'off',
    screenshot: 'only-on-failure',
  },
  projects: [
    // The journeys of `npm test`. One shop serves them all; it asks for an address, which privacy is about.
    {
      name: 'core',
      testDir: 'src/core',
      outputDir: '../../test-results/web-e2e-core',
      use: { shopEnv: SHIPPING_SHOP },
      workers: 1,
    },
    { name: 'rest', testIgnore: 'core/**' },
  ],
});
