import Stripe from 'stripe';
import type { Config } from '../config/config';
import type { StripeFinding } from '../database/schema/stripe-endpoint-tables';
import { offersOf, variantsOf } from '../checkout/catalog/offer';
import { readPrices } from '../checkout/catalog/read-prices';
import { judged, unknown } from '../stripe-endpoint/doctor/check';
import type { Check } from '../stripe-endpoint/doctor/check';
import { withTimeout } from '../with-timeout';
import { judgeOptionalItems } from './judge-optional-items';
import { judgeProducts, wordsOfProducts } from './judge-products';
import { judgeShipping, wordsOfShipping } from './judge-shipping';
import { judgeTax, wordsOfTax } from './judge-tax';
import { readOptionalItems } from './read-optional-items';
import { readTaxSettings } from './read-tax-settings';
import { tryCheckout } from './try-checkout';

const TIMEOUT_MS = 4500;
const MAX_PRODUCTS = 1000;

/** Holds the shop file against the Stripe account: what is for sale, shipping, tax, and a checkout as a whole. */
export async function checkSettings(config: Config, stripe: Stripe): Promise<Check[]> {
  try {
    return await withTimeout(lookAt(config, stripe), TIMEOUT_MS, () => [tooLate()]);
  } catch (error) {
    if (!(error instanceof Stripe.errors.StripeError)) throw error;
    return [unknown('products', NOT_ASKED), unknown('checkout', NOT_ASKED)];
  }
}

/** The checks of key and permissions say why. */
const NOT_ASKED =
  'Not looked at: Stripe has to answer first, and the key has to read prices and products.';

async function lookAt({ shop, shopFile }: Config, stripe: Stripe): Promise<Check[]> {
  const { checkout } = shopFile;
  const [{ prices }, products, optionalItems, taxSettings] = await Promise.all([
    readPrices(stripe, shop.currency),
    stripe.products.list({ active: true, limit: 100 }).autoPagingToArray({ limit: MAX_PRODUCTS }),
    readOptionalItems(stripe, checkout.optionalItems),
    checkout.tax === 'off' ? undefined : readTaxSettings(stripe),
  ]);
  const offers = variantsOf(prices.flatMap((price) => offersOf(price, shop)));
  const sold = { offers, products, currency: shop.currency };
  const settings = [
    judged(
      'products',
      [...judgeProducts(sold), ...judgeOptionalItems(optionalItems, offers, shop.currency)],
      wordsOfProducts(sold),
    ),
    judged('shipping', judgeShipping(checkout), wordsOfShipping(checkout, shop.currency)),
    judged('tax', judgeTax(checkout.tax, taxSettings, prices), wordsOfTax(checkout.tax)),
  ];
  return [
    ...settings,
    await checkCheckout(settings, () => tryCheckout(stripe, shopFile, shop.url, offers)),
  ];
}

/** A checkout is tried only with settings that hold: Stripe would name the first fault again. */
async function checkCheckout(
  settings: readonly Check[],
  attempt: () => Promise<StripeFinding[]>,
): Promise<Check> {
  if (settings.some(({ status }) => status === 'failed'))
    return unknown('checkout', 'Not tried: what is above has to be mended first.');
  const right = 'Stripe takes a checkout with these settings; the one that was tried is expired.';
  return judged('checkout', await attempt(), right);
}

function tooLate(): Check {
  const words =
    'Stripe does not answer in time, so the shop file was not held against the account: see https://status.stripe.com.';
  return judged('checkout', [{ code: 'stripe_unreachable', words }], '');
}
