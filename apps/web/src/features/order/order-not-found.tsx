import { useLingui } from '@lingui/react/macro';
import { PageHeading } from '../../ui/page-heading';
import type { OrderLinks } from './order-links';
import styles from './order.module.css';

/** There is no order to show: says so kindly, and where a shopper who did pay finds theirs. */
export function OrderNotFound({ why, links }: OrderNotFoundProps) {
  const { t } = useLingui();
  const missing = why === 'missing';
  return (
    <div className={styles.notFound}>
      <PageHeading
        title={missing ? t`We can’t tell which order you mean` : t`We can’t find this order`}
      />
      <p>
        {missing
          ? t`The address of this page should name your order, and it doesn’t.`
          : t`The link may be incomplete or too old. Please open the one in your confirmation e-mail.`}
      </p>
      <p>
        {t`If you have just paid, your order is safe: the confirmation comes to you by e-mail, with your order number and a link to this page. Please don’t pay again.`}
      </p>
      <div className={styles.actions}>{links.toShop(t`Back to the shop`)}</div>
    </div>
  );
}

type OrderNotFoundProps = {
  /** The address names no order, or none that there is. */
  why: 'missing' | 'unknown';
  links: OrderLinks;
};
