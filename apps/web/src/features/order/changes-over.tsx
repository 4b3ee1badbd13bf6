import { SupportLinks } from '../../ui/support-links';
import { useChangeWords } from './use-change-words';
import styles from './order.module.css';

/** Whom to write to when the order can no longer be changed here. */
export function ChangesOver() {
  const words = useChangeWords();
  return (
    <p className={styles.small}>
      {words.over} <SupportLinks />
    </p>
  );
}
