import type { Messages } from '@lingui/core';
import { useLingui } from '@lingui/react';
import { useEffect, useState, type ReactNode } from 'react';
import type { Language } from '../../locale/languages';

/** Few shoppers need these words, so no other page loads them. */
const catalogues: Readonly<Record<Language, () => Promise<{ messages: Messages }>>> = {
  en: () => import('./catalogs/en.po'),
  de: () => import('./catalogs/de.po'),
  fr: () => import('./catalogs/fr.po'),
  es: () => import('./catalogs/es.po'),
  ja: () => import('./catalogs/ja.po'),
};

/** Shows its children once their words are there, and keeps what a shopper has typed when the language changes. */
export function ServiceWords({ children }: { children: ReactNode }) {
  const { i18n } = useLingui();
  const [own, setOwn] = useState<{ locale: string; messages: Messages } | null>(null);
  const [error, setError] = useState<Error>();
  const [hasShown, setHasShown] = useState(false);
  const { locale } = i18n;
  // Showing another language puts that language's common words in the place of all that were there.
  const isThere =
    own?.locale === locale && Object.keys(own.messages).every((id) => id in i18n.messages);
  if (isThere && !hasShown) setHasShown(true);

  useEffect(() => {
    if (isThere) return undefined;
    let isCurrent = true;
    catalogues[locale as Language]().then(
      ({ messages }) => {
        if (!isCurrent) return;
        setOwn({ locale, messages });
        i18n.load(locale, messages);
      },
      (cause: unknown) => setError(new Error('No words for this language', { cause })),
    );
    return () => void (isCurrent = false);
  }, [i18n, isThere, locale]);

  if (error) throw error;
  return hasShown && <div hidden={!isThere}>{children}</div>;
}
