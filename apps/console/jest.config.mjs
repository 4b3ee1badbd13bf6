import preset from '../../jest.preset.mjs';

export default {
  ...preset,
  displayName: 'console',
  testTimeout: 60_000,
  testEnvironment: 'jest-fixed-jsdom',
};
