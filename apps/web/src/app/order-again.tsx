import { useLingui } from '@lingui/react/macro';
import { useNavigate } from 'react-router';
import { orderAgain } from '../features/cart/cart';
import { updateCart, useCart } from '../features/cart/cart-store';
import button from '../ui/button.module.css';
import { Link } from '../ui/link';

/**
 * For an order that was not paid: back to its cart; or puts its lines back, if the cart was emptied when it was placed;
 * or back to the shop, if this browser does not know them. Never to an empty cart.
 */
export function OrderAgain({ orderNumber }: { orderNumber: string }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const { lines, placed } = useCart();
  if (placed?.orderNumber === orderNumber) {
    const fillCart = () => {
      updateCart((cart) => orderAgain(cart, orderNumber));
      void navigate('/cart');
    };
    return <button className={button.button} onClick={fillCart}>{t`Order these again`}</button>;
  }
  return lines.length > 0 ? (
    <Link to="/cart" className={button.button}>{t`Back to your cart`}</Link>
  ) : (
    <Link to="/" className={button.button}>{t`Back to the shop`}</Link>
  );
}
