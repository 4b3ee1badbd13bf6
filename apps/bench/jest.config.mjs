import preset from '../../jest.preset.mjs';

/** One worker: benches measure, so no two files run at the same time. */
export default { ...preset, displayName: 'bench', testTimeout: 180_000, maxWorkers: 1 };
