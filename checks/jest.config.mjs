import preset from '../jest.preset.mjs';

export default { ...preset, displayName: 'workspace', testTimeout: 240_000 };
