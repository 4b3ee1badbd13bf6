import type { Confirmation } from '@shop/contract';
import { Money } from '../../ui/money';
import { Picture } from '../../ui/picture';
import { OrderAmounts } from './order-amounts';
import { messages } from './messages';
import styles from './order.module.css';

/** What was bought, and what it came to. */
export function OrderSummary({ items, amounts }: Pick<Confirmation, 'items' | 'amounts'>) {
  return (
    <section className={`${styles.card} ${styles.summary}`} aria-labelledby="order-summary">
      <h2 id="order-summary" className={styles.title}>
        {messages.summary}
      </h2>
      <ul className={styles.items}>
        {items.map((item, index) => (
          // Lines are frozen with the order; two may be alike in all they have.
          <li key={index} className={styles.item}>
            <div className={styles.picture}>
              <Picture url={item.imageUrl} size={128} eager />
            </div>
            <div className={styles.what}>
              <p className={styles.name}>{item.name}</p>
              <p className={styles.small}>
                {messages.quantity(item.quantity)}
                {item.quantity > 1 && (
                  <>
                    {' · '}
                    <Money amountMinor={item.unitAmountMinor} currency={amounts.currency} />{' '}
                    {messages.each}
                  </>
                )}
              </p>
            </div>
            <p className={styles.number}>
              <Money amountMinor={item.amountMinor} currency={amounts.currency} />
            </p>
          </li>
        ))}
      </ul>
      <OrderAmounts amounts={amounts} />
    </section>
  );
}
