import { useLingui } from '@lingui/react/macro';
import type { Confirmation } from '@shop/contract';
import { orderAgain } from '../features/cart/cart';
import { updateCart, useCart } from '../features/cart/cart-store';
import button from '../ui/button.module.css';
import { useGo } from '../ui/go';
import { Link } from '../ui/link';

/** For an order that was not paid: back to its cart if that was never emptied, else puts its articles into the cart. */
export function OrderAgain({ order }: { order: Pick<Confirmation, 'orderNumber' | 'items'> }) {
  const { t } = useLingui();
  const go = useGo();
  const { lines, attempt } = useCart();
  if (attempt?.orderNumber === order.orderNumber && lines.length > 0)
    return <Link to="/cart" className={button.button}>{t`Back to your cart`}</Link>;
  const fillCart = () => {
    updateCart((cart) => orderAgain(cart, order.items));
    go('/cart');
  };
  return <button className={button.button} onClick={fillCart}>{t`Order these again`}</button>;
}
