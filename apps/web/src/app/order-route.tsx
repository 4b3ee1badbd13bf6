import { useLocation } from 'react-router';
import { emptyIfPlaced } from '../features/cart/cart';
import { updateCart } from '../features/cart/cart-store';
import { OrderPage } from '../features/order/order-page';
import { orderLinks } from './order-links';

const emptyPlacedCart = (orderNumber: string) => {
  updateCart((cart) => emptyIfPlaced(cart, orderNumber));
};

/** The confirmation page. It empties the cart once that cart is known to be an order. */
export default function OrderRoute() {
  const { search } = useLocation();
  return <OrderPage search={search} links={orderLinks} onPlaced={emptyPlacedCart} />;
}
