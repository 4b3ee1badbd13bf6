import preset from '../jest.preset.mjs';

export default {
  ...preset,
  displayName: 'workspace',
  testTimeout: 240_000,
  // The longest file waits for the commands it tries, and the others need not wait for it.
  maxWorkers: 2,
};
