import { defineConfig } from '@playwright/test';
import { browserOptions } from './src/browser';

/** The part of `npm run bench` that needs a browser; what it measures goes to the file named by BENCH_FIGURES. */
export default defineConfig({
  testDir: 'src',
  testMatch: '**/*.bench.ts',
  outputDir: '../../test-results/bench',
  workers: 1,
  timeout: 600_000,
  expect: { timeout: 10_000 },
  reporter: [['dot']],
  use: {
    launchOptions: await browserOptions(),
    viewport: { width: 1280, height: 900 },
    locale: 'en-US',
  },
});
