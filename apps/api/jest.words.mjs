import preset from '../../jest.preset.mjs';

const [[, [, swcOptions]]] = Object.entries(preset.transform);

/** What specs need to read the messages of the e-mails: Lingui's macros and catalogues. */
export const words = {
  extensionsToTreatAsEsm: [...preset.extensionsToTreatAsEsm, '.po'],
  transform: {
    '\\.(tsx?|po)$': [
      '<rootDir>/../../scripts/words/jest-transform.mjs',
      { swcOptions, linguiConfig: new URL('lingui.config.ts', import.meta.url).pathname },
    ],
  },
};
