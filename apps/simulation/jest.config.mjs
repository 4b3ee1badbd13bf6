import preset from '../../jest.preset.mjs';

export default { ...preset, displayName: 'simulation', testTimeout: 120_000 };
