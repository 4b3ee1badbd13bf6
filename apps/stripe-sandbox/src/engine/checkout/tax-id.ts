import type Stripe from 'stripe';

type TaxId = Stripe.Checkout.Session.CustomerDetails.TaxId;

/** How the tax ids that the page takes are written. Of other countries the sandbox knows none. */
const FORMS: readonly (readonly [type: string, form: RegExp])[] = [
  [
    'eu_vat',
    /^(AT|BE|BG|CY|CZ|DE|DK|EE|EL|ES|FI|FR|HR|HU|IE|IT|LT|LU|LV|MT|NL|PL|PT|RO|SE|SI|SK|XI)[0-9A-Z+*]{2,12}$/,
  ],
  ['gb_vat', /^GB(\d{9}|\d{12}|GD\d{3}|HA\d{3})$/],
  ['ch_vat', /^CHE\d{9}(MWST|TVA|IVA)$/],
  ['us_ein', /^\d{2}-\d{7}$/],
  ['jp_trn', /^T\d{13}$/],
];

/** The tax id that a shopper typed, with its type; undefined for one that looks like none. */
export function readTaxId(typed: string): TaxId | undefined {
  const value = typed.replace(/[\s.]/g, '').toUpperCase();
  const [type] = FORMS.find(([, form]) => form.test(value)) ?? [];
  return type === undefined ? undefined : { type: type, value };
}
