import { defineConfig } from '@lingui/cli';
import { keepingPoFormat } from '../../scripts/words/po-format.ts';
import { languages } from './src/locale/languages.ts';

/** Where the messages are: English in the code, each language in a catalogue of its own. */
export default defineConfig({
  sourceLocale: 'en',
  locales: Object.keys(languages),
  catalogs: [
    {
      path: '<rootDir>/src/locale/catalogs/{locale}',
      include: ['<rootDir>/src'],
      exclude: ['**/*.spec.ts', '**/*.spec.tsx', '**/features/order-service/**'],
    },
    // Loaded by its own pages: the confirmation page has no room for these words.
    {
      path: '<rootDir>/src/features/order-service/catalogs/{locale}',
      include: ['<rootDir>/src/features/order-service'],
      exclude: ['**/*.spec.ts', '**/*.spec.tsx'],
    },
  ],
  format: keepingPoFormat,
});
