/** The languages of Stripe's billing portal (https://docs.stripe.com/api/customer_portal/sessions/create), without `auto`. */
// prettier-ignore
export const portalLocales = [
  'bg', 'cs', 'da', 'de', 'el', 'en', 'en-AU', 'en-CA', 'en-GB', 'en-IE', 'en-IN', 'en-NZ', 'en-SG',
  'es', 'es-419', 'et', 'fi', 'fil', 'fr', 'fr-CA', 'hr', 'hu', 'id', 'it', 'ja', 'ko', 'lt', 'lv',
  'ms', 'mt', 'nb', 'nl', 'pl', 'pt', 'pt-BR', 'ro', 'ru', 'sk', 'sl', 'sv', 'th', 'tr', 'vi', 'zh',
  'zh-HK', 'zh-TW',
] as const;

export type PortalLocale = (typeof portalLocales)[number];

/**
 * The portal's language for an order. Stripe refuses one that the portal does not have, although Checkout has it, as Hindi.
 * @returns undefined to let Stripe choose
 */
export const portalLocaleOf = (locale: string | null): PortalLocale | undefined =>
  portalLocales.find((one) => one === locale);
