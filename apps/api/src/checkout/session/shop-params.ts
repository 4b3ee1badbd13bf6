import { textIn } from '@shop/shop-file';
import type { LocalizedText, ShopFile, ShopLanguage } from '@shop/shop-file';
import { shopLanguages } from '@shop/shop-file';
import type Stripe from 'stripe';
import type { OrderRow, ShippingRate } from '../../database/schema/tables';

type Params = Stripe.Checkout.SessionCreateParams;

/** What of the shop file the payment page needs. */
export type Shop = Pick<ShopFile, 'name' | 'languages' | 'checkout'>;

/** What the payment page asks and offers, by the shop file and by what was offered for this order. */
export function shopParams(
  { offer, currency, language }: Pick<OrderRow, 'offer' | 'currency' | 'language'>,
  { name, languages, checkout }: Shop,
): Partial<Params> {
  const { tax, shipping, customFields, customText } = checkout;
  const speak = (text: LocalizedText) => textFor(text, language, languages.default);
  const text = customText && speak(customText);
  return {
    branding_settings: { display_name: name },
    ...(shipping && { shipping_address_collection: { allowed_countries: shipping.countries } }),
    ...(offer?.shippingRates.length && {
      shipping_options: offer.shippingRates.map((rate) => shippingOption(rate, currency, tax)),
    }),
    ...(offer?.optionalItems.length && { optional_items: optionalItems(offer.optionalItems) }),
    ...(tax !== 'off' && { automatic_tax: { enabled: true } }),
    ...(checkout.taxIds && { tax_id_collection: { enabled: true } }),
    ...(checkout.phone && { phone_number_collection: { enabled: true } }),
    ...(checkout.billingAddress === 'required' && { billing_address_collection: 'required' }),
    ...(customFields.length && { custom_fields: customFields.map((one) => field(one, speak)) }),
    ...(checkout.terms && { consent_collection: { terms_of_service: 'required' } }),
    ...(text && { custom_text: { submit: { message: text } } }),
  };
}

/** The prices themselves say whether tax is in them; a rate that is made here has to say it too. */
function shippingOption(
  { name, amountMinor, deliveryDays }: ShippingRate,
  currency: string,
  tax: Shop['checkout']['tax'],
): Stripe.Checkout.SessionCreateParams.ShippingOption {
  const bound = (value: number | null | undefined) =>
    value === null || value === undefined ? undefined : { unit: 'business_day' as const, value };
  const [minimum, maximum] = [bound(deliveryDays?.minimum), bound(deliveryDays?.maximum)];
  return {
    shipping_rate_data: {
      type: 'fixed_amount',
      display_name: name,
      fixed_amount: { amount: amountMinor, currency },
      ...(deliveryDays && {
        delivery_estimate: { ...(minimum && { minimum }), ...(maximum && { maximum }) },
      }),
      ...(tax !== 'off' && { tax_behavior: tax }),
    },
  };
}

const optionalItems = (items: NonNullable<OrderRow['offer']>['optionalItems']) =>
  items.map(({ stripePriceId, maximum }) => ({
    price: stripePriceId,
    quantity: 1,
    adjustable_quantity: { enabled: true, minimum: 1, maximum },
  }));

function field(
  { key, label, type, optional, options = [] }: Shop['checkout']['customFields'][number],
  speak: (text: LocalizedText) => string,
): Stripe.Checkout.SessionCreateParams.CustomField {
  return {
    key,
    type,
    optional,
    label: { type: 'custom', custom: speak(label) },
    ...(type === 'dropdown' && {
      dropdown: { options: options.map((one) => ({ value: one.value, label: speak(one.label) })) },
    }),
  };
}

/** The text in the shopper's language, or in the shop's. The shop file is refused when that one is missing. */
function textFor(text: LocalizedText, language: string | null, usual: ShopLanguage): string {
  const [main] = (language ?? '').split('-');
  const spoken = shopLanguages.find((one) => one === main) ?? usual;
  return textIn(text, spoken, usual)?.text ?? '';
}
