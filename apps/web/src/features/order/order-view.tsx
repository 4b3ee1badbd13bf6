import type { Confirmation } from '@shop/contract';
import { OrderDetails } from './order-details';
import { OrderHead } from './order-head';
import type { OrderLinks } from './order-links';
import { OrderSummary } from './order-summary';
import { VerificationForm } from './verification-form';
import styles from './order.module.css';

/** A known order: what happened, what was bought, and what else a receipt shows. */
export function OrderView({ order, sessionId, links, onVerified }: OrderViewProps) {
  return (
    <div className={styles.columns}>
      <div className={styles.head}>
        <OrderHead order={order} links={links} />
        {/* Without an e-mail address, there is nothing to verify. */}
        {order.view === 'masked' && order.maskedEmail && (
          <VerificationForm
            sessionId={sessionId}
            maskedEmail={order.maskedEmail}
            onVerified={onVerified}
          />
        )}
      </div>
      <OrderSummary order={order} />
      <OrderDetails order={order} />
    </div>
  );
}

type OrderViewProps = {
  order: Confirmation;
  sessionId: string;
  links: OrderLinks;
  /** Called when this browser may read the whole order. */
  onVerified: () => void;
};
