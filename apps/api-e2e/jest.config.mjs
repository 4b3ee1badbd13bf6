import preset from '../../jest.preset.mjs';

/** One file, one worker: drills measure, so they do not run beside each other. */
export default {
  ...preset,
  displayName: 'api-e2e',
  testTimeout: 180_000,
  maxWorkers: 1,
  maxConcurrency: 2,
};
