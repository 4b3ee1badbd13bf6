import type { OrderLinks } from '../features/order/order-links';
import button from '../ui/button.module.css';
import { Link } from '../ui/link';

/** Where the confirmation page leads on to. */
export const orderLinks: OrderLinks = {
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
