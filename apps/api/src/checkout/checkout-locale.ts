import { supportedLocales } from '../order/fulfilment/mail/mail-locale';
import type { SupportedLocale } from '../order/fulfilment/mail/mail-locale';

/**
 * The locale of the hosted page and of the e-mails: the first of the browser's languages that the shop supports.
 * Browsers send the preferred language first (RFC 9110, 12.5.4).
 * @returns undefined to let Stripe choose
 */
export function checkoutLocale(acceptLanguage = ''): SupportedLocale | undefined {
  for (const range of acceptLanguage.slice(0, 200).split(',')) {
    const wanted = range.trim().slice(0, 2).toLowerCase();
    const locale = supportedLocales.find((one) => one === wanted);
    if (locale) return locale;
  }
  return undefined;
}
