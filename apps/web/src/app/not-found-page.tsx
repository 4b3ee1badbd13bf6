import { Link } from '../ui/link';
import button from '../ui/button.module.css';
import { PageHeading } from '../ui/page-heading';
import styles from './layout.module.css';
import { messages } from './messages';

/** Any address that is no page of the shop. */
export function NotFoundPage() {
  return (
    <div className={styles.plain}>
      <PageHeading title={messages.notFoundTitle} />
      <p>{messages.notFoundLead}</p>
      <Link to="/" className={button.button}>
        {messages.toShop}
      </Link>
    </div>
  );
}
