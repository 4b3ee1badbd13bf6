import { useLingui } from '@lingui/react/macro';
import { PageHeading } from '../../ui/page-heading';
import styles from './order.module.css';

/** The page's shape while the order is on its way, of the size the order will have. */
export function OrderSkeleton() {
  const { t } = useLingui();
  return (
    <div className={styles.columns} aria-busy="true">
      <div className={styles.head}>
        <span className={`${styles.icon} ${styles.blank}`} />
        <PageHeading title={t`Looking up your order…`} />
        <p className={styles.lead}>{t`This takes a moment.`}</p>
      </div>
      <div className={`${styles.card} ${styles.summary} ${styles.blankCard}`} aria-hidden="true">
        <span className={`${styles.blankLine} ${styles.blank}`} />
        {[0, 1].map((row) => (
          <div key={row} className={styles.blankItem}>
            <span className={`${styles.picture} ${styles.blank}`} />
            <span className={`${styles.blankLine} ${styles.blank}`} />
          </div>
        ))}
        <span className={`${styles.blankLine} ${styles.blank}`} />
        <span className={`${styles.blankLine} ${styles.blank}`} />
      </div>
      <div className={`${styles.card} ${styles.details} ${styles.blankCard}`} aria-hidden="true">
        <span className={`${styles.blankLine} ${styles.blank}`} />
        <span className={`${styles.blankLine} ${styles.blank}`} />
        <span className={`${styles.blankLine} ${styles.blank}`} />
      </div>
    </div>
  );
}
