import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { Suspense, useEffect } from 'react';
import { Outlet, useLocation, useNavigationType, NavigationType } from 'react-router';
import { countArticles } from '../features/cart/cart';
import { useCart } from '../features/cart/cart-store';
import { Link } from '../ui/link';
import { ErrorBoundary } from './error-boundary';
import { LanguageSwitch } from './language-switch';
import styles from './layout.module.css';

/** Header, navigation and footer around every page. */
export function Layout() {
  const { t } = useLingui();
  const { pathname } = useLocation();
  const navigation = useNavigationType();
  useEffect(() => {
    // On the way back, the browser restores the scroll position itself.
    if (navigation === NavigationType.Push) window.scrollTo(0, 0);
  }, [pathname, navigation]);

  return (
    <div className={styles.page}>
      <a className={styles.skip} href="#content">
        {t`Skip to the content`}
      </a>
      <header className={styles.header}>
        <Link to="/" className={styles.name}>
          Morrow Goods
        </Link>
        <nav aria-label={t`Shop`} className={styles.navigation}>
          <Link to="/">{t`Shop`}</Link>
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
      <footer className={styles.footer}>
        <p>{t`Morrow Goods is a demonstration shop. Nothing here is really for sale.`}</p>
        <LanguageSwitch />
      </footer>
    </div>
  );
}

function CartLink() {
  const { t } = useLingui();
  const count = countArticles(useCart().lines);
  return (
    <Link to="/cart" label={t`Cart, ${plural(count, { one: '# article', other: '# articles' })}`}>
      {/* With the space, the visible text (Cart 3) matches the accessible name (Cart, 3 articles). */}
      {t`Cart`} {count > 0 && <span className={styles.count}>{count}</span>}
    </Link>
  );
}
