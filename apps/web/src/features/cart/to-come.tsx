import { useLingui } from '@lingui/react/macro';
import { shopConfig } from '../../config/shop-config';
import styles from './cart.module.css';

/** What the payment page adds to the prices of this shop, or takes from them. */
export function ToCome() {
  const { t } = useLingui();
  const { shipping, tax, promotionCodes } = shopConfig.shop.checkout;
  const said = [
    shipping === 'charged' && t`Shipping is added on the payment page.`,
    shipping === 'free' && t`Shipping is free.`,
    tax === 'exclusive' && t`Taxes are added on the payment page.`,
    tax === 'inclusive' && t`Prices include tax.`,
    promotionCodes && t`Promotion codes can be entered on the payment page.`,
  ].filter(Boolean);
  return said.length > 0 && <p className={styles.small}>{said.join(' ')}</p>;
}
