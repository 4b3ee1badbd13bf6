import preset from '../../jest.preset.mjs';
import { words } from './jest.words.mjs';

/**
 * `npx nx test api -- checkout.spec` runs that file alone. Without a name, all specs run in groups, but for those
 * that start processes (`npx nx run api:test-processes`).
 */
const isNamed = process.argv
  .slice(2)
  .some((argument) => !argument.startsWith('-') && !argument.endsWith('jest.config.mjs'));

export default {
  ...preset,
  ...words,
  displayName: 'api',
  // Longer than `until` waits.
  testTimeout: 60_000,
  globalSetup: '<rootDir>/testing/global-setup.mjs',
  globalTeardown: '<rootDir>/testing/global-teardown.mjs',
  testMatch: isNamed ? preset.testMatch : ['<rootDir>/testing/groups/*.group.ts'],
  // The longest target. Half of its time a spec waits: for a retry, for a job that is due, for an event.
  maxWorkers: 4,
};
