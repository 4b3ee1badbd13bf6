import { useLocation } from 'react-router';
import { emptyIfOrdered } from '../features/cart/cart';
import { updateCart } from '../features/cart/cart-store';
import { OrderPage } from '../features/order/order-page';
import { orderLinks } from './order-links';

const emptyPaidCart = (orderNumber: string) => {
  updateCart((cart) => emptyIfOrdered(cart, orderNumber));
};

/** The confirmation page. It empties the cart once the payment of that cart is known to have gone in. */
export default function OrderRoute() {
  const { search } = useLocation();
  return <OrderPage search={search} links={orderLinks} onPaid={emptyPaidCart} />;
}
