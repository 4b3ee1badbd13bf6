import { useLingui } from '@lingui/react/macro';
import { PageHeading } from '../../ui/page-heading';
import type { OrderLinks } from './order-links';
import styles from './order.module.css';

/** Says that there is no order to show, and where a shopper who has paid finds theirs. */
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
      <a href="/order/find">{t`Find your order`}</a>
      <div className={styles.actions}>{links.toShop(t`Back to the shop`)}</div>
    </div>
  );
}

type OrderNotFoundProps = {
  /** Missing: the address names no order. Unknown: there is no such order. */
  why: 'missing' | 'unknown';
  links: OrderLinks;
};
