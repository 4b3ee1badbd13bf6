import { useLingui } from '@lingui/react/macro';
import { shopConfig } from '../config/shop-config';
import { languages } from '../locale/languages';
import { chooseLanguage } from '../locale/locale';
import styles from './layout.module.css';

/** Buttons for the languages that the shop offers, where there are several, each with the language's own name. */
export function LanguageSwitch() {
  const { t, i18n } = useLingui();
  const { offered } = shopConfig.shop.languages;
  if (offered.length < 2) return null;
  return (
    <ul className={styles.languages} aria-label={t`Language`}>
      {offered.map((language) => (
        <li key={language}>
          <button
            type="button"
            lang={language}
            className={styles.language}
            aria-pressed={language === i18n.locale}
            // If the catalogue does not load, the page stays in its language.
            onClick={() => void chooseLanguage(language).catch(() => undefined)}
          >
            {languages[language]}
          </button>
        </li>
      ))}
    </ul>
  );
}
