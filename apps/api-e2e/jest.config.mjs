import preset from '../../jest.preset.mjs';

/** One worker: each file starts its own shops, and two files at once would starve each other on a small machine. */
export default { ...preset, displayName: 'api-e2e', testTimeout: 180_000, maxWorkers: 1 };
