/** Variables of earlier versions, and where in the shop file each has gone. */
const REPLACED: Readonly<Record<string, string>> = {
  SHOP_NAME: 'name',
  SHOP_CURRENCY: 'currency',
  MAIL_FROM: 'mail.from',
  CHECKOUT_CUSTOMER_CREATION: 'checkout.customers',
  CHECKOUT_PROMOTION_CODES: 'checkout.promotionCodes',
  CHECKOUT_SHIPPING_COUNTRIES: 'checkout.shipping.countries',
  CHECKOUT_EXPIRES_MINUTES: 'checkout.expiresMinutes',
  ORDER_ADOPTION: 'orderAdoption',
  SUPPORT_EMAIL: 'support.email',
  SUPPORT_URL: 'support.url',
};

/**
 * Variables that are still set and no longer read: a start with one would do something else than its operator means.
 * @returns each with a sentence that says where it has gone
 */
export function replacedVariables(
  env: Readonly<Record<string, string | undefined>>,
): [name: string, fault: string][] {
  return Object.entries(REPLACED)
    .filter(([name]) => env[name])
    .map(([name, path]) => [name, `is now \`${path}\` in shop.json`]);
}
