import type { Confirmation, FullConfirmation } from '@shop/contract';
import { lazy, Suspense, useState, type ComponentType } from 'react';
import type { ChangesProps } from './changes';
import { OrderDetails } from './order-details';
import { OrderHead, type CancelledSaid } from './order-head';
import type { OrderLinks } from './order-links';
import { OrderSummary } from './order-summary';
import { MailNote } from './mail-note';
import { ResendMail } from './resend-mail';
import { useNow } from './use-now';
import { VerificationForm } from './verification-form';
import styles from './order.module.css';

/** Few visits need it. Where it cannot be loaded, the rest of the page says enough. */
const Parcels = lazy(() => import('./parcels').catch(() => ({ default: () => null })));

/** Only where the shop lets shoppers change their orders. Without it the page is as in a shop that does not. */
const Changes = lazy<ComponentType<ChangesProps>>(() =>
  import('./changes').catch(() => ({ default: ({ head }) => head() })),
);

/** A known order: what happened, what was bought, and what else a receipt shows. */
export function OrderView({
  order,
  sessionId,
  links,
  keepsNoCookies,
  onVerified,
  onChanged,
}: OrderViewProps) {
  // Without an e-mail address, there is nothing to verify.
  const check = order.view === 'masked' && order.maskedEmail && (
    <VerificationForm
      sessionId={sessionId}
      maskedEmail={order.maskedEmail}
      keepsNoCookies={keepsNoCookies}
      onVerified={onVerified}
    />
  );
  // The masked view says nothing of e-mails, and offers no changes.
  const {
    mail = null,
    resend = null,
    email,
    cancellableUntil,
    addressCorrectableUntil,
  } = order as Partial<FullConfirmation>;
  const now = useNow();
  const until = resend?.correctableUntil;
  const correctableUntil = until && Date.parse(until) > now ? until : null;
  const mayCorrect = correctableUntil !== null;
  const resendMail = resend && email && (mail ?? mayCorrect) && (
    <ResendMail
      sessionId={sessionId}
      email={email}
      mail={mail}
      correctableUntil={correctableUntil}
      onAnswered={onChanged}
    />
  );
  // Where an e-mail did not arrive, the form is what the shopper needs next.
  const [isNext] = useState(mail?.status === 'undeliverable');
  // It stays once it was there, to say that what was offered no longer is.
  const [hasChanges, setHasChanges] = useState(false);
  if (!hasChanges && (order.cancellation ?? cancellableUntil ?? addressCorrectableUntil))
    setHasChanges(true);
  const head = (said?: CancelledSaid) => (
    <OrderHead
      order={order}
      links={links}
      check={check}
      said={said}
      mail={
        <>
          <MailNote mail={mail} resend={resend} mayCorrect={mayCorrect} />
          {isNext && resendMail}
        </>
      }
    />
  );
  return (
    <div className={styles.columns}>
      <div className={styles.head}>
        {hasChanges ? (
          <Suspense fallback={!order.cancellation && head()}>
            <Changes order={order} sessionId={sessionId} head={head} onChanged={onChanged} />
          </Suspense>
        ) : (
          head()
        )}
        {!isNext && resendMail}
      </div>
      {order.shipments[0] && (
        <Suspense>
          <Parcels order={order} />
        </Suspense>
      )}
      <OrderSummary order={order} />
      <OrderDetails order={order} sessionId={sessionId} />
    </div>
  );
}

type OrderViewProps = {
  order: Confirmation;
  sessionId: string;
  links: OrderLinks;
  /** Whether this browser was given access and yet is shown a masked order. */
  keepsNoCookies: boolean;
  /** Called when this browser may read the whole order. */
  onVerified: () => void;
  /** Called when the order may have changed here: its last e-mail is sent again, say, or it is cancelled. */
  onChanged: () => void;
};
