import { useLingui } from '@lingui/react/macro';
import { languages, type Language } from '../locale/languages';
import { chooseLanguage } from '../locale/locale';
import styles from './layout.module.css';

/** Buttons for the shop's languages, each with the language's own name. */
export function LanguageSwitch() {
  const { t, i18n } = useLingui();
  return (
    <ul className={styles.languages} aria-label={t`Language`}>
      {Object.entries(languages).map(([language, name]) => (
        <li key={language}>
          <button
            type="button"
            lang={language}
            className={styles.language}
            aria-pressed={language === i18n.locale}
            // If the catalogue does not load, the page stays in its language.
            onClick={() => void chooseLanguage(language as Language).catch(() => undefined)}
          >
            {name}
          </button>
        </li>
      ))}
    </ul>
  );
}
