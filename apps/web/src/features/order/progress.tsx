import { useLingui } from '@lingui/react/macro';
import type { Confirmation } from '@shop/contract';
import styles from './order.module.css';

/** An order of which a part is out is still being prepared; its parcels say which part. */
const REACHED: Partial<Record<string, number>> = {
  preparing: 2,
  partly_shipped: 2,
  shipped: 3,
  delivered: 4,
};

/** How far the goods of a paid order are; nothing where they are on hold, or none are sent. */
export function Progress({ shopStatus }: Pick<Confirmation, 'shopStatus'>) {
  const { t } = useLingui();
  const reached = REACHED[shopStatus ?? ''];
  return (
    reached && (
      <ol className={styles.progress}>
        {
          // One message: each one more costs every visitor of the page bytes.
          t`Ordered · Paid · Preparing · Shipped · Delivered`.split(' · ').map((step, index) => (
            <li key={step} aria-current={index === reached && 'step'}>
              {step}
            </li>
          ))
        }
      </ol>
    )
  );
}
