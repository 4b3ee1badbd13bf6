import Stripe from 'stripe';
import type { TaxSettings } from './judge-tax';

/** @throws what Stripe throws, but for a permission that the key lacks */
export async function readTaxSettings(stripe: Stripe): Promise<TaxSettings> {
  try {
    return await stripe.tax.settings.retrieve();
  } catch (error) {
    if (!(error instanceof Stripe.errors.StripePermissionError)) throw error;
    return { missingPermission: /\brak_\w+/.exec(error.message)?.[0] ?? 'rak_tax_settings_read' };
  }
}
