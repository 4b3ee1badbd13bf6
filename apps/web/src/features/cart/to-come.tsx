import { useLingui } from '@lingui/react/macro';
import { shopConfig } from '../../config/shop-config';
import styles from './cart.module.css';
import type { PricedCart } from './price-cart';

type Priced = Pick<PricedCart, 'renewals' | 'total'>;

/** What the payment page adds to the prices of the cart, or takes from them. */
export function ToCome({ priced }: { priced: Priced }) {
  const { t } = useLingui();
  const { tax, promotionCodes } = shopConfig.shop.checkout;
  const shipping = shippingOf(priced, shopConfig.shop.checkout);
  const said = [
    shipping === 'charged' && t`Shipping is added on the payment page.`,
    shipping === 'free' && t`Shipping is free.`,
    tax === 'exclusive' && t`Taxes are added on the payment page.`,
    tax === 'inclusive' && t`Prices include tax.`,
    promotionCodes && t`Promotion codes can be entered on the payment page.`,
  ].filter(Boolean);
  return said.length > 0 && <p className={styles.small}>{said.join(' ')}</p>;
}

type ShopCheckout = typeof shopConfig.shop.checkout;

/** What shipping costs for this cart; `chosen`: it depends on the way that the shopper chooses, or is not known. */
function shippingOf(
  { renewals, total }: Priced,
  { shipping, shippingFreeFromMinor: freeFromMinor = Infinity }: ShopCheckout,
): ShopCheckout['shipping'] | 'chosen' {
  if (shipping !== 'charged') return shipping;
  // Stripe takes no shipping rates where something renews.
  if (renewals.length > 0) return 'free';
  return !total || total.amountMinor >= freeFromMinor ? 'chosen' : 'charged';
}
