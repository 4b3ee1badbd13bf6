import type { Product } from '@shop/contract';
import { useId } from 'react';
import button from '../../ui/button.module.css';
import { Money } from '../../ui/money';
import { Picture } from '../../ui/picture';
import type { CartLine } from './cart';
import styles from './cart.module.css';
import { messages } from './messages';
import { QuantityField } from './quantity-field';

/** One article of the cart with today's price, or said to be sold out or no longer for sale. */
export function CartRow(props: CartRowProps) {
  const { line, product, soldOut, tooFewLeft, onQuantity, onRemove } = props;
  const fault = useId();
  const name = product?.name ?? line.name;
  const price = product?.price;
  return (
    <li className={styles.row}>
      <div className={styles.picture}>
        <Picture url={product ? product.imageUrl : line.imageUrl} size={120} eager />
      </div>
      <div className={styles.what}>
        <h2 className={styles.name}>{name}</h2>
        {price && (
          <p className={styles.each}>
            <Money {...price} /> {messages.each}
          </p>
        )}
        {product === undefined && (
          <p className={styles.each}>
            <span className={styles.blank} />
          </p>
        )}
        {product === null && <p className={styles.gone}>{messages.notForSale}</p>}
        {soldOut && <p className={styles.gone}>{messages.soldOut}</p>}
        {tooFewLeft && !soldOut && (
          <p id={fault} className={styles.gone}>
            {messages.tooFewLeft}
          </p>
        )}
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
          type="button"
          className={button.link}
          aria-label={messages.removeNamed(name)}
          onClick={onRemove}
        >
          {messages.remove}
        </button>
      </div>
      <p className={styles.lineTotal}>
        {price && !soldOut && (
          <Money amountMinor={price.amountMinor * line.quantity} currency={price.currency} />
        )}
        {product === undefined && <span className={styles.blank} />}
      </p>
    </li>
  );
}

type CartRowProps = {
  line: CartLine;
  /** Null: no longer for sale. Undefined: not known yet. */
  product: Product | null | undefined;
  soldOut: boolean;
  /** Whether the shop has refused this quantity. */
  tooFewLeft: boolean;
  onQuantity: (quantity: number) => void;
  onRemove: () => void;
};
