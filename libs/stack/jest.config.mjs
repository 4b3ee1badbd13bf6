import preset from '../../jest.preset.mjs';

export default { ...preset, displayName: 'stack', testTimeout: 60_000 };
