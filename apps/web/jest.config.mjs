import preset from '../../jest.preset.mjs';

const [[, swcOptions]] = Object.values(preset.transform);

export default {
  ...preset,
  displayName: 'web',
  testTimeout: 60_000,
  testEnvironment: 'jest-fixed-jsdom',
  setupFilesAfterEnv: ['<rootDir>/testing/setup.ts'],
  extensionsToTreatAsEsm: [...preset.extensionsToTreatAsEsm, '.po'],
  transform: {
    '\\.(tsx?|po)$': [
      '<rootDir>/../../scripts/words/jest-transform.mjs',
      { swcOptions, linguiConfig: new URL('lingui.config.ts', import.meta.url).pathname },
    ],
  },
};
