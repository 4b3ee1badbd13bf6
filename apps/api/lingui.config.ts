import { defineConfig } from '@lingui/cli';
import { keepingPoFormat } from '../../scripts/words/po-format.ts';
import { supportedLocales } from './src/order/fulfilment/mail/mail-locale.ts';

/** The messages of the e-mails: English in the code, each language in a catalogue of its own. */
export default defineConfig({
  sourceLocale: 'en',
  locales: [...supportedLocales],
  catalogs: [
    {
      path: '<rootDir>/src/order/fulfilment/mail/catalogs/{locale}',
      include: ['<rootDir>/src/order/fulfilment/mail'],
    },
  ],
  format: keepingPoFormat,
});
