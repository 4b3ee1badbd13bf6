import type { StackOptions } from '@shop/stack';

/** Variables of the apps. Each environment costs a start of all three, so there are as few as do not contradict. */
export type ShopEnv = NonNullable<StackOptions['env']>;

/** Asks for the address of delivery. */
export const SHIPPING_SHOP: ShopEnv = { api: { CHECKOUT_SHIPPING_COUNTRIES: 'US,DE' } };

/** Sells in yen, takes promotion codes, and lets shoppers buy as guests. Import it: a copy would start a shop of its own. */
export const YEN_SHOP: ShopEnv = {
  api: {
    SHOP_CURRENCY: 'jpy',
    CHECKOUT_PROMOTION_CODES: 'true',
    CHECKOUT_CUSTOMER_CREATION: 'if_required',
  },
};
