import type Stripe from 'stripe';

/** The countries of a billing address. */
export const COUNTRIES = (
  'AT AU BE BG BR CA CH CY CZ DE DK EE ES FI FR GB GR HK HR HU IE IN IT JP LT LU LV MT MX MY NL NO NZ PL PT RO SE SG ' +
  'SI SK TH US'
).split(' ');

/** Countries with their names, as a choice lists them. */
export function namedCountries(
  countries: readonly string[],
  locale: string,
): (readonly [code: string, name: string])[] {
  const names = new Intl.DisplayNames([locale], { type: 'region' });
  return countries
    .map((code) => [code, names.of(code) ?? code] as const)
    .sort(([, a], [, b]) => a.localeCompare(b, locale));
}

/** The country that a new choice shows: the likely one of the page's language, else the first. */
export function usualCountry(countries: readonly string[], locale: string): string | undefined {
  const { region } = new Intl.Locale(locale).maximize();
  return countries.find((code) => code === region) ?? namedCountries(countries, locale)[0]?.[0];
}

/** The country that the tax of a new page is computed for; undefined where no address is asked for. */
export function firstCountry(session: Stripe.Checkout.Session, locale: string): string | undefined {
  const { shipping_address_collection: shipping, billing_address_collection: billing } = session;
  if (shipping) return usualCountry(shipping.allowed_countries, locale);
  return billing === 'required' ? usualCountry(COUNTRIES, locale) : undefined;
}
