import type { Confirmation, FullConfirmation } from '@shop/contract';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { focusHeading } from '../../ui/focus';
import { Notice } from '../../ui/notice';
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
    if (isCancelled && !wasCancelled) focusHeading();
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
  const news = useRef<HTMLDivElement>(null);
  const [tried, setTried] = useState<string | null>(null);
  const { cancellableUntil, addressCorrectableUntil, addressCorrectedAt } = order;
  const runs = (until: string | null) => until !== null && Date.parse(until) > now;
  const [mayCancel, mayCorrect] = [runs(cancellableUntil), runs(addressCorrectableUntil)];
  const until = cancellableUntil ?? addressCorrectableUntil;
  const isOver = !mayCancel && !mayCorrect;
  // What is offered, and for which address. It is news once it is not what the shopper last tried to change.
  const offer = [mayCancel, mayCorrect, addressCorrectedAt].join();
  const isNews = tried !== null && tried !== offer;
  useEffect(() => {
    // The shopper had the focus in what is gone now.
    if (isNews && document.activeElement === document.body) news.current?.focus();
  }, [isNews]);
  const onAnswered = () => {
    setTried(offer);
    onChanged();
  };
  return (
    <>
      {addressCorrectedAt && (
        <p className={styles.small}>
          {words.correctedOn} <Moment at={addressCorrectedAt} time />
        </p>
      )}
      {/* It is always there, because screen readers only watch a live region they know. */}
      <div role="status" className={own.news} tabIndex={-1} ref={news}>
        {/* That an order has left is said above; here only to somebody who has tried to change it. */}
        {isOver && (until ?? tried) !== null && (
          <p className={styles.small}>
            {words.over} <SupportLinks />
          </p>
        )}
        {mayCorrect && addressCorrectedAt && <Notice tone="good">{words.saved}</Notice>}
      </div>
      {until && !isOver && (
        <section className={own.changes} aria-labelledby="changes">
          <h2 id="changes" className={styles.title}>
            {mayCancel ? words.title : words.addressOnly}
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
              onAnswered={onAnswered}
            />
          )}
          {mayCancel && <CancelOrder order={order} sessionId={sessionId} onAnswered={onAnswered} />}
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
  /** Called when the order may have changed. */
  onChanged: () => void;
};
