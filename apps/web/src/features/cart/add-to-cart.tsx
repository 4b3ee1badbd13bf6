import { useLingui } from '@lingui/react/macro';
import button from '../../ui/button.module.css';
import { addArticle, findLine, MAX_LINES, MAX_QUANTITY, type CartLine } from './cart';
import { updateCart, useCart } from './cart-store';
import styles from './add-to-cart.module.css';

/** Adds one of an article to the cart and says how many are in it. */
export function AddToCart({ article }: { article: Omit<CartLine, 'quantity'> }) {
  const { t } = useLingui();
  const cart = useCart();
  const quantity = findLine(cart, article.priceId)?.quantity ?? 0;
  const cartIsFull = quantity === 0 && cart.lines.length >= MAX_LINES;
  const full = cartIsFull || quantity >= MAX_QUANTITY;
  const why = cartIsFull
    ? t`A cart holds ${MAX_LINES} different items at most`
    : t`${MAX_QUANTITY} is the most we can send at once`;
  const { name } = article;
  return (
    <>
      <button
        type="button"
        className={button.button}
        aria-label={t`Add to cart: ${name}`}
        aria-disabled={full}
        title={full ? why : undefined}
        onClick={() => updateCart((current) => addArticle(current, article))}
      >
        {t`Add to cart`}
      </button>
      <span role="status" className={quantity > 0 ? styles.inCart : 'visually-hidden'}>
        {quantity > 0 && t`${quantity} in cart`}
        {full && <span className="visually-hidden">. {why}</span>}
      </span>
    </>
  );
}
