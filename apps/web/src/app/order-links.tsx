import type { OrderLinks } from '../features/order/order-links';
import button from '../ui/button.module.css';
import { Link } from '../ui/link';
import { OrderAgain } from './order-again';

/** The links out of the confirmation page. */
export const orderLinks: OrderLinks = {
  toShop: (label) => (
    <Link to="/" className={button.quiet}>
      {label}
    </Link>
  ),
  orderAgain: (order) => <OrderAgain order={order} />,
};
