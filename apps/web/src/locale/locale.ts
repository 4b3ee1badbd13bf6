/**
 * How dates and amounts are written. The shop's words are English, so other languages' ways of writing numbers would
 * not fit; the shopper's own kind of English does.
 *
 * @param wanted the browser's languages; on some systems they are no language tags at all ("en-US@posix")
 */
export function chooseLocale(wanted: readonly string[]): string {
  return wanted.find((tag) => isLanguageTag(tag) && /^en(-|$)/i.test(tag)) ?? 'en-US';
}

export const locale = chooseLocale(navigator.languages);

function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
