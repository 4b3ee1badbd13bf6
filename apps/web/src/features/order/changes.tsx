import type { Confirmation, FullConfirmation } from '@shop/contract';
import { useEffect, useState, type ReactNode } from 'react';
import { SupportLinks } from '../../ui/support-links';
import { CancelOrder } from './cancel-order';
import { CorrectAddress } from './correct-address';
import { Moment } from './fact';
import type { CancelledSaid } from './order-head';
import { useCancelledSaid } from './use-cancelled-said';
import { useChangeWords } from './use-change-words';
import { useNow } from './use-now';
import styles from './order.module.css';
import own from './changes.module.css';

/** What a shopper can still change, below what the page says of the order; of a cancelled order, what has become of it. */
export default function Changes(props: ChangesProps) {
  const { order, head } = props;
  const said = useCancelledSaid(order);
  const isCancelled = said !== undefined;
  const [wasCancelled] = useState(isCancelled);
  useEffect(() => {
    // Whoever has just cancelled it had the focus in what is gone now.
    if (isCancelled && !wasCancelled) document.querySelector('h1')?.focus();
  }, [isCancelled, wasCancelled]);
  return (
    <>
      {head(said)}
      {!isCancelled && order.view === 'full' && <Open {...props} order={order} />}
    </>
  );
}

function Open({ order, sessionId, onChanged }: ChangesProps & { order: FullConfirmation }) {
  const words = useChangeWords();
  const now = useNow();
  const { cancellableUntil, addressCorrectableUntil, addressCorrectedAt } = order;
  const runs = (until: string | null) => until !== null && Date.parse(until) > now;
  const [mayCancel, mayCorrect] = [runs(cancellableUntil), runs(addressCorrectableUntil)];
  const until = cancellableUntil ?? addressCorrectableUntil;
  return (
    <>
      {addressCorrectedAt && (
        <p className={styles.small}>
          {words.correctedOn} <Moment at={addressCorrectedAt} time />
        </p>
      )}
      {until && !mayCancel && !mayCorrect && (
        <p className={styles.small}>
          {words.over} <SupportLinks />
        </p>
      )}
      {until && (mayCancel || mayCorrect) && (
        <section className={own.changes} aria-labelledby="changes">
          <h2 id="changes" className={styles.title}>
            {words.title}
          </h2>
          <p className={styles.small}>
            {words.until} <Moment at={until} time />
          </p>
          {mayCorrect && order.shippingAddress && (
            <CorrectAddress
              // A newer address begins a new form.
              key={addressCorrectedAt}
              sessionId={sessionId}
              address={order.shippingAddress}
              isCorrected={addressCorrectedAt !== null}
              onCorrected={onChanged}
            />
          )}
          {mayCancel && <CancelOrder order={order} sessionId={sessionId} onCancelled={onChanged} />}
          {order.state === 'processing' && <p className={styles.small}>{words.processing}</p>}
        </section>
      )}
    </>
  );
}

export type ChangesProps = {
  order: Confirmation;
  sessionId: string;
  /** Draws what the page says of the order. */
  head: (said?: CancelledSaid) => ReactNode;
  /** Called when the order has changed. */
  onChanged: () => void;
};
