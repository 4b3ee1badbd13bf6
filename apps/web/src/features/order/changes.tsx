import type { Confirmation } from '@shop/contract';
import { useState, type ReactNode } from 'react';
import { HasMoved } from '../../ui/go';
import { CancelOrder } from './cancel-order';
import { CancelledHead } from './cancelled-head';
import { ChangesOver } from './changes-over';
import { CorrectAddress } from './correct-address';
import { Moment } from './fact';
import { useChangeWords } from './use-change-words';
import { useNow } from './use-now';
import styles from './order.module.css';
import own from './changes.module.css';

/** What a shopper can still change, below what the page says of the order; of a cancelled order, what has become of it. */
export default function Changes({ order, sessionId, head, below, onChanged }: ChangesProps) {
  const words = useChangeWords();
  const now = useNow();
  const [wasCancelled] = useState(order.cancellation !== null);
  if (order.cancellation)
    return (
      // Whoever has just cancelled it had the focus in what is gone now.
      <HasMoved value={!wasCancelled}>
        <CancelledHead order={order} cancellation={order.cancellation} below={below} />
      </HasMoved>
    );
  if (order.view === 'masked') return head;
  const { cancellableUntil, addressCorrectableUntil, addressCorrectedAt } = order;
  const runs = (until: string | null) => until !== null && Date.parse(until) > now;
  const [mayCancel, mayCorrect] = [runs(cancellableUntil), runs(addressCorrectableUntil)];
  const until = cancellableUntil ?? addressCorrectableUntil;
  return (
    <>
      {head}
      {addressCorrectedAt && (
        <p className={styles.small}>
          {words.correctedOn} <Moment at={addressCorrectedAt} time />
        </p>
      )}
      {until && (mayCancel || mayCorrect) ? (
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
      ) : (
        until && <ChangesOver />
      )}
    </>
  );
}

type ChangesProps = {
  order: Confirmation;
  sessionId: string;
  /** What the page says of an order that is not cancelled. */
  head: ReactNode;
  /** What belongs below the heading: who is looking, and the last e-mail. */
  below: ReactNode;
  /** Called when the order has changed. */
  onChanged: () => void;
};
