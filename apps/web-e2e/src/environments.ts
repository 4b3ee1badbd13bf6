import type { StackOptions } from '@shop/stack';

/** Variables of the apps, and what is otherwise in the shop file. Each environment costs a start of all three, so there are as few as do not contradict. */
export type ShopEnv = NonNullable<StackOptions['env']> & {
  shop?: StackOptions['shop'];
  shopFile?: string;
  /** Whether a system of the shop has a key for the API. */
  hasWarehouse?: boolean;
};

/** Asks for the address of delivery. */
export const SHIPPING_SHOP: ShopEnv = {
  shop: { checkout: { shipping: { countries: ['US', 'DE'] } } },
};

/** Sells in yen, takes promotion codes, and lets shoppers buy as guests. Import it: a copy would start a shop of its own. */
export const YEN_SHOP: ShopEnv = {
  shop: {
    currency: 'jpy',
    checkout: { promotionCodes: true, customers: 'if_required' },
  },
};

/** Sends parcels, and lets shoppers cancel until then. */
export const SENDING_SHOP: ShopEnv = {
  shop: { cancellation: { minutes: 60 } },
  hasWarehouse: true,
};

/** The other example: another language, currency and look. */
export const LINDNER_SHOP: ShopEnv = { shopFile: 'examples/lindner/shop.json' };

/** Asks and offers everything that the payment page can. */
export const REAL_SHOP: ShopEnv = {
  shop: async (stripe) => {
    const { data } = await stripe.prices.list({ lookup_keys: ['linen-tea-towel-usd'] });
    return {
      legal: { terms: 'https://shop.example/terms' },
      checkout: {
        shipping: {
          countries: ['US', 'DE'],
          rates: [
            { name: 'Post', amountMinor: 500, deliveryDays: { minimum: 3, maximum: 5 } },
            { name: 'Courier', amountMinor: 1500, deliveryDays: { maximum: 1 } },
          ],
        },
        tax: 'inclusive',
        taxIds: true,
        phone: true,
        customFields: [{ key: 'po', type: 'text', optional: true, label: { en: 'PO number' } }],
        terms: true,
        customText: { en: 'We ship on weekdays.' },
        adjustableQuantity: true,
        optionalItems: data.map(({ id }) => id),
        invoices: true,
        statementDescriptorSuffix: 'goods',
      },
    };
  },
};
