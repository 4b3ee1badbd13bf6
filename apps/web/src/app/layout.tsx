import { Suspense, useEffect } from 'react';
import { Link } from '../ui/link';
import { Outlet, useLocation, useNavigationType, NavigationType } from 'react-router';
import { countArticles } from '../features/cart/cart';
import { useCart } from '../features/cart/cart-store';
import { ErrorBoundary } from './error-boundary';
import styles from './layout.module.css';
import { messages } from './messages';

/** What stands around every page. */
export function Layout() {
  const { pathname } = useLocation();
  const navigation = useNavigationType();
  useEffect(() => {
    // Going back, the browser itself finds the old place.
    if (navigation === NavigationType.Push) window.scrollTo(0, 0);
  }, [pathname, navigation]);

  return (
    <div className={styles.page}>
      <a className={styles.skip} href="#content">
        {messages.skip}
      </a>
      <header className={styles.header}>
        <Link to="/" className={styles.name}>
          {messages.shopName}
        </Link>
        <nav aria-label={messages.navigation} className={styles.navigation}>
          <Link to="/">{messages.shop}</Link>
          <CartLink />
        </nav>
      </header>
      <main id="content" tabIndex={-1} className={styles.main}>
        <ErrorBoundary key={pathname}>
          <Suspense fallback={null}>
            <Outlet />
          </Suspense>
        </ErrorBoundary>
      </main>
      <footer className={styles.footer}>{messages.footer}</footer>
    </div>
  );
}

function CartLink() {
  const count = countArticles(useCart().lines);
  return (
    <Link to="/cart" label={messages.cartWith(count)}>
      {/* The space keeps what is seen (Cart 3) a part of what is said (Cart, 3 articles). */}
      {messages.cart} {count > 0 && <span className={styles.count}>{count}</span>}
    </Link>
  );
}
