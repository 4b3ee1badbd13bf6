import { defineConfig } from '@playwright/test';
import { browserOptions } from './src/browser';

/** Real browser, real processes, free ports; every run starts from nothing and nothing is tried twice. */
export default defineConfig({
  testDir: 'src',
  testMatch: '**/*.e2e.ts',
  outputDir: '../../test-results/web-e2e',
  fullyParallel: true,
  forbidOnly: Boolean(process.env['CI']),
  retries: 0,
  // A browser is many processes: two of them on two cores make every test slow, and none of them sooner done.
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  use: {
    launchOptions: await browserOptions(),
    viewport: { width: 1280, height: 900 },
    locale: 'en-US',
    // Recording doubles the time of a test; ask for it with --trace on.
    trace: 'off',
    screenshot: 'only-on-failure',
  },
});
