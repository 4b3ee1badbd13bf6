import { useLingui } from '@lingui/react';
import { languages, type Language } from '../../locale/languages';
import { changeWords } from './change-words';

/** The words about changes in the language of the page. */
export function useChangeWords() {
  const { i18n } = useLingui();
  return changeWords[i18n.locale in languages ? (i18n.locale as Language) : 'en'];
}
