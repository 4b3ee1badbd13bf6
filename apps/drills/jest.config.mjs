import preset from '../../jest.preset.mjs';

/** One worker: drills measure, so no two files run at the same time. */
export default {
  ...preset,
  displayName: 'drills',
  testTimeout: 180_000,
  maxWorkers: 1,
  maxConcurrency: 2,
};
