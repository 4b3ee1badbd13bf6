/** The name of a country in a language; of a code that is no country, the code. */
export function countryName(code: string, locale: string): string {
  try {
    return new Intl.DisplayNames(locale, { type: 'region' }).of(code) ?? code;
  } catch {
    // Intl throws if the code is no region.
    return code;
  }
}
