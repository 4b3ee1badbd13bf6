import preset from '../../jest.preset.mjs';

export default {
  ...preset,
  displayName: 'api',
  testTimeout: 30_000,
  globalSetup: '<rootDir>/testing/global-setup.mjs',
  // The longest target: it must not be left alone with one core at the end.
  maxWorkers: 2,
};
