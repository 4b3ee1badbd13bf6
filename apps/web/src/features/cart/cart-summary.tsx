import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { ApiError } from '../../api-client/api-error';
import { explainError } from '../../api-client/explain-error';
import button from '../../ui/button.module.css';
import { Money } from '../../ui/money';
import { Notice } from '../../ui/notice';
import styles from './cart.module.css';
import type { PricedCart } from './price-cart';
import { UnknownPaymentPage } from './use-checkout';
import { useCountdown } from './use-countdown';

/** The cart's total and the Checkout button. */
export function CartSummary({ priced, busy, error, onCheckout }: CartSummaryProps) {
  const { t } = useLingui();
  const waitMs = error instanceof ApiError ? (error.retryAfterMs ?? 0) : 0;
  const waitSeconds = useCountdown(error, waitMs);
  const count = priced.articleCount;
  const blocked = priced.total === null || waitSeconds > 0;
  return (
    <section className={styles.summary} aria-label={t`Summary`}>
      <dl className={styles.amounts}>
        <div className={styles.total}>
          <dt>{t`Subtotal (${plural(count, { one: '# article', other: '# articles' })})`}</dt>
          <dd>{priced.total ? <Money {...priced.total} /> : <span className={styles.blank} />}</dd>
        </div>
      </dl>
      <p
        className={styles.small}
      >{t`Shipping, taxes and discounts are settled on the payment page.`}</p>
      <button
        type="button"
        className={`${button.button} ${button.wide}`}
        aria-disabled={busy || blocked}
        onClick={() => {
          if (!blocked) onCheckout();
        }}
      >
        {busy && t`Taking you to payment…`}
        {!busy && (waitSeconds > 0 ? t`Try again in ${waitSeconds} s` : t`Checkout`)}
      </button>
      <p
        className={styles.small}
      >{t`You pay on Stripe’s secure page and come straight back here.`}</p>
      <div role="alert">{error && <CheckoutFault error={error} />}</div>
    </section>
  );
}

/** The message for a checkout that failed. */
export function CheckoutFault({ error }: { error: Error }) {
  const { t } = useLingui();
  if (error instanceof UnknownPaymentPage) {
    return (
      <Notice tone="stop">
        {t`We were given the address of a payment page that this shop doesn’t know, so we didn’t take you there. You have not been charged.`}
      </Notice>
    );
  }
  const { text, broken, requestId } = explainError(error);
  const paid = error instanceof ApiError && error.code === 'CHECKOUT_COMPLETED';
  return (
    <Notice tone={paid ? 'good' : 'stop'}>
      <p>
        {t(text)} {broken && t`You have not been charged.`}
      </p>
      {requestId && <p>{t`Reference for our support: ${requestId}`}</p>}
    </Notice>
  );
}

type CartSummaryProps = {
  priced: PricedCart;
  busy: boolean;
  error: Error | null;
  onCheckout: () => void;
};
