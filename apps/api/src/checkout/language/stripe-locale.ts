/** The languages of Stripe's page (https://docs.stripe.com/api/checkout/sessions/create), without `auto`. */
// prettier-ignore
export const stripeLocales = [
  'bg', 'cs', 'da', 'de', 'el', 'en', 'en-GB', 'es', 'es-419', 'et', 'fi', 'fil', 'fr', 'fr-CA',
  'hi-IN', 'hr', 'hu', 'id', 'it', 'ja', 'ko', 'lt', 'lv', 'ms', 'mt', 'nb', 'nl', 'pl', 'pt',
  'pt-BR', 'ro', 'ru', 'sk', 'sl', 'sv', 'th', 'tr', 'vi', 'zh', 'zh-HK', 'zh-TW',
] as const;

export type StripeLocale = (typeof stripeLocales)[number];

/** Languages that Stripe has under another code: Norwegian, Filipino, Hindi. */
const OTHER_CODES: Readonly<Record<string, StripeLocale>> = {
  no: 'nb',
  nn: 'nb',
  tl: 'fil',
  hi: 'hi-IN',
};

/** Regions whose Spanish is that of Spain. */
const SPAIN = ['ES', 'EA', 'IC', 'GQ'];

/**
 * The language of Stripe's page.
 * @param wishes language tags, the most wanted first
 * @returns the first that Stripe has; undefined to let Stripe choose
 */
export function stripeLocaleOf(wishes: readonly string[]): StripeLocale | undefined {
  for (const tag of wishes) {
    const locale = nearest(new Intl.Locale(tag));
    if (locale) return locale;
  }
  return undefined;
}

function nearest(wish: Intl.Locale): StripeLocale | undefined {
  const { language, region } = wish;
  if (language === 'zh') return chinese(wish);
  if (language === 'es' && region && !SPAIN.includes(region)) return 'es-419';
  return (
    find(region ? `${language}-${region}` : language) ?? find(language) ?? OTHER_CODES[language]
  );
}

/** Stripe's `zh` is written in simplified characters, the other two in traditional ones. */
function chinese(wish: Intl.Locale): StripeLocale {
  const { script, region = '' } = wish.maximize();
  if (script !== 'Hant') return 'zh';
  return ['HK', 'MO'].includes(region) ? 'zh-HK' : 'zh-TW';
}

const find = (tag: string) => stripeLocales.find((one) => one === tag);
