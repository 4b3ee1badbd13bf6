import button from '../../ui/button.module.css';
import { addArticle, findLine, MAX_LINES, MAX_QUANTITY, type CartLine } from './cart';
import { updateCart, useCart } from './cart-store';
import styles from './add-to-cart.module.css';
import { messages } from './messages';

/** Puts one of an article into the cart and says how many are in it. */
export function AddToCart({ article }: { article: Omit<CartLine, 'quantity'> }) {
  const cart = useCart();
  const quantity = findLine(cart, article.priceId)?.quantity ?? 0;
  const cartIsFull = quantity === 0 && cart.lines.length >= MAX_LINES;
  const full = cartIsFull || quantity >= MAX_QUANTITY;
  const why = cartIsFull ? messages.fullCart(MAX_LINES) : messages.mostReached(MAX_QUANTITY);
  return (
    <>
      <button
        type="button"
        className={button.button}
        aria-label={messages.addNamed(article.name)}
        aria-disabled={full}
        title={full ? why : undefined}
        onClick={() => updateCart((current) => addArticle(current, article))}
      >
        {messages.add}
      </button>
      <span role="status" className={quantity > 0 ? styles.inCart : 'visually-hidden'}>
        {quantity > 0 && messages.inCart(quantity)}
        {full && <span className="visually-hidden">. {why}</span>}
      </span>
    </>
  );
}
