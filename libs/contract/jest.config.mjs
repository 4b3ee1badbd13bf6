import preset from '../../jest.preset.mjs';

export default { ...preset, displayName: 'contract', testTimeout: 60_000 };
