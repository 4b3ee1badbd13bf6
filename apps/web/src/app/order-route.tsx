import { useEffect, useState } from 'react';
import { useSearch } from 'wouter';
import { emptyIfPlaced } from '../features/cart/cart';
import { updateCart } from '../features/cart/cart-store';
import { readLinkToken } from '../features/order/open-by-link';
import { OrderPage } from '../features/order/order-page';
import { orderLinks } from './order-links';

const emptyPlacedCart = (orderNumber: string) => {
  updateCart((cart) => emptyIfPlaced(cart, orderNumber));
};

/** The confirmation page. It empties the cart once that cart is known to be an order. */
export function OrderRoute() {
  const [linkToken, setLinkToken] = useState(() => readLinkToken(window.location.hash));
  useEffect(() => {
    const takeToken = () => {
      const token = readLinkToken(window.location.hash);
      if (token !== null) setLinkToken(token);
      hideToken();
    };
    hideToken();
    // Another link to the page that is open already changes only the part behind the #.
    window.addEventListener('hashchange', takeToken);
    return () => window.removeEventListener('hashchange', takeToken);
  }, []);
  return (
    <OrderPage
      search={useSearch()}
      linkToken={linkToken}
      links={orderLinks}
      onPlaced={emptyPlacedCart}
    />
  );
}

/** Nobody shall copy the token with the address, or find it in the history. */
function hideToken(): void {
  const { hash, pathname, search } = window.location;
  if (readLinkToken(hash) !== null)
    window.history.replaceState(window.history.state, '', pathname + search);
}
