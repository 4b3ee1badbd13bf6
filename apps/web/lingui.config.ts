import { defineConfig } from '@lingui/cli';
import { formatter } from '@lingui/format-po';
import { languages } from './src/locale/languages.ts';

/** Where the words are: English in the code, the other languages in one catalogue each. */
export default defineConfig({
  sourceLocale: 'en',
  locales: Object.keys(languages),
  catalogs: [{ path: '<rootDir>/src/locale/catalogs/{locale}', include: ['<rootDir>/src'] }],
  // Files alone: a line that moves is no change to a catalogue.
  format: formatter({ lineNumbers: false }),
});
