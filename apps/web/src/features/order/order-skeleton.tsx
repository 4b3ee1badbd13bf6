import { useLingui } from '@lingui/react/macro';
import { PageHeading } from '../../ui/page-heading';
import styles from './order.module.css';

/** Placeholder of the page while the order loads, of about the same size. */
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
