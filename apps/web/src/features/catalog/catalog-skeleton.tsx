import { useLingui } from '@lingui/react/macro';
import styles from './catalog.module.css';

/** Placeholder of the catalogue while the products load. */
export function CatalogSkeleton() {
  const { t } = useLingui();
  return (
    <>
      <p role="status" className="visually-hidden">
        {t`Loading the shop`}
      </p>
      <ul className={styles.grid} aria-hidden="true">
        {Array.from({ length: 8 }, (_, index) => (
          <li key={index} className={styles.card}>
            <div className={`${styles.picture} ${styles.blank}`} />
            <div className={`${styles.blankLine} ${styles.blank}`} />
            <div className={`${styles.blankLine} ${styles.blank}`} />
          </li>
        ))}
      </ul>
    </>
  );
}
