import { useQuery } from '@tanstack/react-query';
import { Link } from '../ui/link';
import { isPaymentUrl } from '../config/payment-url';
import { shopConfig } from '../config/shop-config';
import { CartPage } from '../features/cart/cart-page';
import { productsQuery } from '../features/catalog/get-products';
import button from '../ui/button.module.css';
import { useLeave } from '../ui/leave';

/** The cart, with the current prices. */
export function CartRoute() {
  const { data, error, refetch } = useQuery(productsQuery());
  return (
    <CartPage
      products={data?.products}
      productsError={data ? null : error}
      onProductsOutdated={() => void refetch()}
      isPaymentPage={(url) => isPaymentUrl(url, shopConfig.checkoutOrigins)}
      goTo={useLeave()}
      toShop={(label) => (
        <Link to="/" className={button.button}>
          {label}
        </Link>
      )}
      toOrder={(sessionId, label) => (
        <Link
          to={`/order/success?session_id=${encodeURIComponent(sessionId)}`}
          className={button.button}
        >
          {label}
        </Link>
      )}
    />
  );
}
