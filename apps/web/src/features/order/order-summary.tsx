import { useLingui } from '@lingui/react/macro';
import type { Confirmation } from '@shop/contract';
import { shopConfig } from '../../config/shop-config';
import { useMoney } from '../../locale/use-format';
import { useRecurrence } from '../../locale/use-recurrence';
import { Picture } from '../../ui/picture';
import { OrderAmounts } from './order-amounts';
import { shownLine } from './shown-name';
import styles from './order.module.css';

/** The items of an order and its amounts. */
export function OrderSummary({ order }: { order: Confirmation }) {
  const { t } = useLingui();
  return (
    <section className={`${styles.card} ${styles.summary}`} aria-labelledby="order-summary">
      <h2 id="order-summary" className={styles.title}>
        {t`What you ordered`}
      </h2>
      <ul className={styles.items}>
        {order.items.map((item, index) => (
          // The lines of an order never change, and two of them can be equal: the index is the key.
          <Item key={index} item={item} currency={order.amounts.currency} />
        ))}
      </ul>
      <OrderAmounts order={order} />
    </section>
  );
}

function Item({ item, currency }: { item: Confirmation['items'][number]; currency: string }) {
  const { t } = useLingui();
  const money = useMoney();
  const recurrence = useRecurrence();
  const { quantity, recurring } = item;
  const each = money(item.unitAmountMinor, currency);
  return (
    <li className={styles.item}>
      <div className={styles.picture}>
        <Picture url={item.imageUrl} name={item.name} size={128} eager />
      </div>
      <div className={styles.what}>
        <p className={styles.name} lang={item.lang ?? shopConfig.shop.languages.default}>
          {shownLine(item.name)}
        </p>
        <p className={styles.small}>
          {t`Quantity ${quantity}`}
          {quantity > 1 && ` · ${t`${each} each`}`}
          {recurring && ` · ${recurrence(recurring)}`}
        </p>
      </div>
      <p className={styles.number}>{money(item.amountMinor, currency)}</p>
    </li>
  );
}
