import { useLocation } from 'react-router';
import { Link } from '../ui/link';
import { emptyIfOrdered } from '../features/cart/cart';
import { updateCart } from '../features/cart/cart-store';
import { OrderPage, type OrderLinks } from '../features/order/order-page';
import button from '../ui/button.module.css';

const links: OrderLinks = {
  toShop: (label) => (
    <Link to="/" className={button.quiet}>
      {label}
    </Link>
  ),
  toCart: (label) => (
    <Link to="/cart" className={button.button}>
      {label}
    </Link>
  ),
};

const emptyPaidCart = (orderNumber: string) => {
  updateCart((cart) => emptyIfOrdered(cart, orderNumber));
};

/** The confirmation, which empties the cart once that cart is known to be paid. */
export default function OrderRoute() {
  const { search } = useLocation();
  return <OrderPage search={search} links={links} onPaid={emptyPaidCart} />;
}
