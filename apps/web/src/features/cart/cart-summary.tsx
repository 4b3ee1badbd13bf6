import { ApiError } from '../../api-client/api-error';
import { explainError } from '../../api-client/explain-error';
import button from '../../ui/button.module.css';
import { Money } from '../../ui/money';
import { Notice } from '../../ui/notice';
import styles from './cart.module.css';
import { messages } from './messages';
import type { PricedCart } from './price-cart';
import { UnknownPaymentPage } from './use-checkout';
import { useCountdown } from './use-countdown';

/** The cart's total and the way to pay it. */
export function CartSummary({ priced, busy, error, onCheckout }: CartSummaryProps) {
  const waitMs = error instanceof ApiError ? (error.retryAfterMs ?? 0) : 0;
  const waitSeconds = useCountdown(error, waitMs);
  const blocked = priced.total === null || waitSeconds > 0;
  return (
    <section className={styles.summary} aria-label={messages.summary}>
      <dl className={styles.amounts}>
        <div className={styles.total}>
          <dt>{messages.subtotal(priced.articleCount)}</dt>
          <dd>{priced.total ? <Money {...priced.total} /> : <span className={styles.blank} />}</dd>
        </div>
      </dl>
      <p className={styles.small}>{messages.later}</p>
      <button
        type="button"
        className={`${button.button} ${button.wide}`}
        aria-disabled={busy || blocked}
        onClick={() => {
          if (!blocked) onCheckout();
        }}
      >
        {busy && messages.checkingOut}
        {!busy && (waitSeconds > 0 ? messages.tryAgainIn(waitSeconds) : messages.checkout)}
      </button>
      <p className={styles.small}>{messages.secure}</p>
      <div role="alert">{error && <CheckoutFault error={error} />}</div>
    </section>
  );
}

/** Why the way to the payment page ended, in the shopper's words. */
export function CheckoutFault({ error }: { error: Error }) {
  if (error instanceof UnknownPaymentPage) {
    return <Notice tone="stop">{messages.unknownPaymentPage}</Notice>;
  }
  const { text, broken, requestId } = explainError(error);
  const paid = error instanceof ApiError && error.code === 'CHECKOUT_COMPLETED';
  return (
    <Notice tone={paid ? 'good' : 'stop'}>
      <p>
        {text} {broken && messages.notCharged}
      </p>
      {requestId && <p>{messages.reference(requestId)}</p>}
    </Notice>
  );
}

type CartSummaryProps = {
  priced: PricedCart;
  busy: boolean;
  error: Error | null;
  onCheckout: () => void;
};
