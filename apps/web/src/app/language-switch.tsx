import { useLingui } from '@lingui/react/macro';
import { languages, type Language } from '../locale/languages';
import { chooseLanguage } from '../locale/locale';
import styles from './layout.module.css';

/** The shop's languages, each in its own words. */
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
            // A catalogue that does not come leaves the page as it is.
            onClick={() => void chooseLanguage(language as Language).catch(() => undefined)}
          >
            {name}
          </button>
        </li>
      ))}
    </ul>
  );
}
