import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import { shopConfig } from '../config/shop-config';
import { countArticles } from '../features/cart/cart';
import { useCart } from '../features/cart/cart-store';
import { HasMoved } from '../ui/go';
import { Link } from '../ui/link';
import { ErrorBoundary } from './error-boundary';
import { Footer } from './footer';
import { LanguageSwitch } from './language-switch';
import styles from './layout.module.css';

/** Header, navigation and footer around every page. */
export function Layout({ children }: { children: ReactNode }) {
  const { t } = useLingui();
  const { name, logoUrl } = shopConfig.shop;
  const [pathname] = useLocation();
  const [loadedPath] = useState(pathname);
  const [hasMoved, setHasMoved] = useState(false);
  if (!hasMoved && pathname !== loadedPath) setHasMoved(true);

  return (
    <div className={styles.page}>
      <a className={styles.skip} href="#content">
        {t`Skip to the content`}
      </a>
      <header className={styles.header}>
        <Link to="/" className={styles.name}>
          {logoUrl ? <img className={styles.logo} src={logoUrl} alt={name} /> : name}
        </Link>
        <nav aria-label={t`Shop`} className={styles.navigation}>
          <Link to="/">{t`Shop`}</Link>
          <CartLink />
        </nav>
      </header>
      <main id="content" tabIndex={-1} className={styles.main}>
        <ErrorBoundary key={pathname}>
          <HasMoved value={hasMoved}>{children}</HasMoved>
        </ErrorBoundary>
      </main>
      <Footer>
        <LanguageSwitch />
      </Footer>
    </div>
  );
}

function CartLink() {
  const { t } = useLingui();
  const count = countArticles(useCart().lines);
  return (
    <Link to="/cart" label={t`Cart, ${plural(count, { one: '# item', other: '# items' })}`}>
      {/* With the space, the visible text (Cart 3) matches the accessible name (Cart, 3 items). */}
      {t`Cart`}{' '}
      <span className={count ? styles.count : `${styles.count} ${styles.none}`}>{count}</span>
    </Link>
  );
}
