import { useLingui } from '@lingui/react/macro';
import { useId } from 'react';
import button from '../../ui/button.module.css';
import { takeFocus } from '../../ui/focus';
import { useMoney } from '../../locale/use-format';
import { useRecurrence } from '../../locale/use-recurrence';
import { Picture } from '../../ui/picture';
import type { CartLine } from './cart';
import styles from './cart.module.css';
import type { Article } from './price-cart';
import { QuantityField } from './quantity-field';

/** One article of the cart with its current price, or a note why it is not part of the order. */
export function CartRow(props: CartRowProps) {
  const { line, product, repriced, soldOut, tooFewLeft, apart, takesFocus } = props;
  const { onQuantity, onRemove } = props;
  const { t } = useLingui();
  const money = useMoney();
  const recurrence = useRecurrence();
  const fault = useId();
  const name = product?.name ?? line.name;
  const price = product?.price;
  const each = price && money(price.amountMinor, price.currency);
  return (
    <li className={styles.row}>
      <div className={styles.picture}>
        <Picture url={product ? product.imageUrl : line.imageUrl} name={name} size={120} eager />
      </div>
      <div className={styles.what}>
        <h2 className={styles.name} lang={product?.lang}>
          {name}
        </h2>
        {each && (
          <p className={styles.each}>
            {t`${each} each`}
            {price.recurring && ` · ${recurrence(price.recurring)}`}
          </p>
        )}
        {product === undefined && (
          <p className={styles.each}>
            <span className={styles.blank} />
          </p>
        )}
        {product === null && (
          <p className={styles.gone}>
            {repriced
              ? t`Its price has changed. Please choose it again in the shop.`
              : t`No longer for sale. It is not part of this order.`}
          </p>
        )}
        {soldOut && <p className={styles.gone}>{t`Sold out. It is not part of this order.`}</p>}
        {tooFewLeft && !soldOut && (
          <p id={fault} className={styles.gone}>
            {t`There isn’t as much left as you’d like. Please take less, or remove it.`}
          </p>
        )}
        {apart && <p className={styles.gone}>{t`Please order this separately.`}</p>}
      </div>
      <div className={styles.controls}>
        {product !== null && !soldOut && (
          <QuantityField
            name={name}
            quantity={line.quantity}
            fault={tooFewLeft ? fault : undefined}
            onChange={onQuantity}
          />
        )}
        <button
          ref={takesFocus ? takeFocus : undefined}
          type="button"
          className={button.link}
          aria-label={t`Remove ${name}`}
          onClick={onRemove}
        >
          {t`Remove`}
        </button>
      </div>
      <p className={styles.lineTotal}>
        {price && !soldOut && money(price.amountMinor * line.quantity, price.currency)}
        {product === undefined && <span className={styles.blank} />}
      </p>
    </li>
  );
}

type CartRowProps = {
  line: CartLine;
  /** Null: no longer for sale, or `repriced`. Undefined: not known yet. */
  product: Article | null | undefined;
  repriced: boolean;
  soldOut: boolean;
  /** Whether the shop has refused this quantity. */
  tooFewLeft: boolean;
  /** Whether the shop has refused it together with the rest. */
  apart: boolean;
  /** Whether it has just been brought back, by a button that is gone now. */
  takesFocus: boolean;
  onQuantity: (quantity: number) => void;
  onRemove: () => void;
};
