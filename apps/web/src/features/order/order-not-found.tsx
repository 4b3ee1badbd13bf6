import { PageHeading } from '../../ui/page-heading';
import { messages } from './messages';
import type { OrderLinks } from './order-page';
import styles from './order.module.css';

/** There is no order to show: says so kindly, and where a shopper who did pay finds theirs. */
export function OrderNotFound({ title, lead, links }: OrderNotFoundProps) {
  return (
    <div className={styles.notFound}>
      <PageHeading title={title} />
      <p>{lead}</p>
      <p>{messages.paidAnyway}</p>
      <div className={styles.actions}>{links.toShop(messages.toShop)}</div>
    </div>
  );
}

type OrderNotFoundProps = { title: string; lead: string; links: OrderLinks };
