import preset from '../../jest.preset.mjs';
import { words } from './jest.words.mjs';

/** The specs that start processes of the built API: they take long, and most of that is waiting. */
export default {
  ...preset,
  ...words,
  displayName: 'api processes',
  testTimeout: 60_000,
  globalSetup: '<rootDir>/testing/global-setup.mjs',
  globalTeardown: '<rootDir>/testing/global-teardown.mjs',
  testMatch: ['**/*.process.spec.ts'],
  maxWorkers: 2,
};
