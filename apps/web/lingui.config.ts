import { defineConfig } from '@lingui/cli';
import { keepingPoFormat } from './build/po-format.ts';
import { languages } from './src/locale/languages.ts';

/** Where the messages are: English in the code, each language in a catalogue of its own. */
export default defineConfig({
  sourceLocale: 'en',
  locales: Object.keys(languages),
  catalogs: [{ path: '<rootDir>/src/locale/catalogs/{locale}', include: ['<rootDir>/src'] }],
  format: keepingPoFormat,
});
