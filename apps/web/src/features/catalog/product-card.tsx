import { useLingui } from '@lingui/react/macro';
import type { Product } from '@shop/contract';
import type { ReactNode } from 'react';
import { useRecurrence } from '../../locale/use-recurrence';
import { Money } from '../../ui/money';
import { Picture } from '../../ui/picture';
import styles from './catalog.module.css';

/** One product: picture, name, description, price, and its action unless it is sold out. */
export function ProductCard({ product, eager, action }: ProductCardProps) {
  const { t } = useLingui();
  const recurrence = useRecurrence();
  const { name, description, imageUrl, price, soldOut } = product;
  return (
    <article className={styles.card}>
      <div className={soldOut ? `${styles.picture} ${styles.gone}` : styles.picture}>
        <Picture url={imageUrl} size={400} eager={eager} />
      </div>
      <h2 className={styles.name}>{name}</h2>
      {description && <p className={styles.description}>{description}</p>}
      <div className={styles.buy}>
        <p className={styles.price}>
          <Money amountMinor={price.amountMinor} currency={price.currency} />
          {price.recurring && <span className={styles.every}> {recurrence(price.recurring)}</span>}
        </p>
        {soldOut ? <p className={styles.soldOut}>{t`Sold out`}</p> : action}
      </div>
    </article>
  );
}

type ProductCardProps = { product: Product; eager: boolean; action: ReactNode };
