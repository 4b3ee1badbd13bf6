import { useLingui } from '@lingui/react/macro';
import button from '../ui/button.module.css';
import { Link } from '../ui/link';
import { PageHeading } from '../ui/page-heading';
import styles from './layout.module.css';

/** For any address that is no page of the shop. */
export function NotFoundPage() {
  const { t } = useLingui();
  return (
    <div className={styles.plain}>
      <PageHeading title={t`There is nothing at this address`} />
      <p>{t`The page may have moved, or the address may have a typing error.`}</p>
      <Link to="/" className={button.button}>
        {t`To the shop`}
      </Link>
      <a href="/order/find">{t`Find your order`}</a>
    </div>
  );
}
