import type { ShopFile } from '@shop/shop-file';
import type Stripe from 'stripe';
import type { StripeFinding } from '../database/schema/stripe-endpoint-tables';

type Tax = ShopFile['checkout']['tax'];

/** The settings of Stripe Tax, or the permission that the key lacks to read them. */
export type TaxSettings = Stripe.Tax.Settings | { missingPermission: string };

/** At most so many prices are named. */
const NAMED = 3;

/**
 * Whether Stripe Tax is set up where the shop file has it on, and whether prices have the tax in them as it says.
 * @param settings undefined where tax is off
 */
export function judgeTax(
  tax: Tax,
  settings: TaxSettings | undefined,
  prices: readonly Stripe.Price[],
): StripeFinding[] {
  if (tax === 'off' || !settings) return [];
  if ('missingPermission' in settings) {
    const words = `The key may not read the settings of Stripe Tax, so nothing can be said of them: give it the permission ${settings.missingPermission}, for this command only.`;
    return [{ code: 'permission_missing', words }];
  }
  if (settings.status !== 'active') {
    const missing = settings.status_details.pending?.missing_fields?.join(', ');
    const words = `checkout.tax is ${tax}, and Stripe Tax is not set up${missing ? ` (missing: ${missing})` : ''}: Stripe refuses each checkout. Complete it in the Stripe Dashboard (Settings, Tax), or set checkout.tax to off.`;
    return [{ code: 'tax_inactive', words }];
  }
  const other = prices.filter(
    (price) => hasActiveProduct(price) && isOther(price, tax, settings.defaults.tax_behavior),
  );
  return other.length === 0 ? [] : [findingOf(other, tax)];
}

/** The prices of an archived product stay active, and nobody can buy it. */
const hasActiveProduct = ({ product }: Stripe.Price): boolean =>
  typeof product !== 'string' && !product.deleted && product.active;

/** A price that does not say it has the default of the account; without one Stripe refuses it. */
function isOther(
  { tax_behavior: own, currency }: Stripe.Price,
  tax: Tax,
  usual: string | null,
): boolean {
  if (own && own !== 'unspecified') return own !== tax;
  return (usual === 'inferred_by_currency' ? inferred(currency) : usual) !== tax;
}

/** https://docs.stripe.com/tax/products-prices-tax-codes-tax-behavior */
const inferred = (currency: string): Tax =>
  ['usd', 'cad'].includes(currency) ? 'exclusive' : 'inclusive';

function findingOf(prices: readonly Stripe.Price[], tax: Tax): StripeFinding {
  const named = prices.slice(0, NAMED).map(({ id }) => id);
  const more = prices.length > NAMED ? ` and ${prices.length - NAMED} more` : '';
  const words = `checkout.tax is ${tax}, and ${prices.length} of the prices say otherwise (${named.join(', ')}${more}): set the tax behaviour of these prices, or the default in the Stripe Dashboard (Settings, Tax), or checkout.tax.`;
  return { code: 'tax_behavior_other', words };
}

/** What holds when nothing is wrong. */
export const wordsOfTax = (tax: Tax): string =>
  tax === 'off'
    ? 'checkout.tax is off: Stripe computes no tax.'
    : `Stripe Tax is active, and the prices are ${tax} of it.`;
