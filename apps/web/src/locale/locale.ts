import { i18n, type Messages } from '@lingui/core';
import { shopConfig } from '../config/shop-config';
import { chooseLocale } from './choose-locale';
import type { Language } from './languages';
import { keepOwnChoice, readOwnChoice } from './own-choice';

/** Shows the language that the shopper has chosen, else the browser's. For the start of a page. */
export function startLocale(): Promise<void> {
  return showLocale([readOwnChoice()?.language]);
}

/** Shows a language for as long as the page is open. */
export function showLanguage(language: string | null): Promise<void> {
  return showLocale([language]);
}

/** Keeps the shopper's choice of language and shows it. */
export async function chooseLanguage(language: Language): Promise<void> {
  keepOwnChoice({ language, chosenAt: Date.now() });
  await startLocale();
}

/**
 * Shows the language an order was paid in, unless the shopper has chosen another one since.
 *
 * @param orderedAt ISO time of the order
 */
export async function followOrder(locale: string | null, orderedAt: string): Promise<void> {
  const own = readOwnChoice();
  const ownIsNewer = own !== null && own.chosenAt > Date.parse(orderedAt);
  const wishes = ownIsNewer ? [own.language, locale] : [locale, own?.language];
  await showLocale(wishes);
}

const catalogues: Readonly<Record<Language, () => Promise<{ messages: Messages }>>> = {
  en: () => import('./catalogs/en.po'),
  de: () => import('./catalogs/de.po'),
  fr: () => import('./catalogs/fr.po'),
  es: () => import('./catalogs/es.po'),
  ja: () => import('./catalogs/ja.po'),
};

let shown = 0;

/** @param wishes language tags that come before the browser's, the most important first */
async function showLocale(wishes: readonly (string | null | undefined)[]): Promise<void> {
  const { language, tag } = chooseLocale(wishes, navigator.languages, shopConfig.shop.languages);
  const turn = (shown += 1);
  if (i18n.locale === language && i18n.locales === tag) return;
  const { messages } = await catalogues[language]();
  // A later choice can load faster than an earlier one: the last choice wins.
  if (turn !== shown) return;
  document.documentElement.lang = language;
  i18n.loadAndActivate({ locale: language, locales: tag, messages });
}
