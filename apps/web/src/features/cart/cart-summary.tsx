import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useRef, type ReactNode } from 'react';
import { ApiError } from '../../api-client/api-error';
import { explainError } from '../../api-client/explain-error';
import { useMoney } from '../../locale/use-format';
import { useRenewals } from '../../locale/use-renewals';
import button from '../../ui/button.module.css';
import { Money } from '../../ui/money';
import { Notice } from '../../ui/notice';
import { SupportLinks } from '../../ui/support-links';
import styles from './cart.module.css';
import { ToCome } from './to-come';
import { OpenPaymentNotice } from './open-payment-notice';
import type { PricedCart } from './price-cart';
import { UnknownPaymentPage } from './use-checkout';

/** The cart's total and the Checkout button. */
export function CartSummary(props: CartSummaryProps) {
  const { priced, busy, error, waitSeconds, onCheckout, onReplace, toOrder } = props;
  const { t } = useLingui();
  const checkout = useRef<HTMLButtonElement>(null);
  const count = priced.articleCount;
  const blocked = priced.total === null || waitSeconds > 0;
  return (
    <section className={styles.summary} aria-label={t`Summary`}>
      <dl className={styles.amounts}>
        <div className={styles.total}>
          <dt>{t`Subtotal (${plural(count, { one: '# item', other: '# items' })})`}</dt>
          <dd>{priced.total ? <Money {...priced.total} /> : <span className={styles.blank} />}</dd>
        </div>
      </dl>
      <TodayAndThen priced={priced} />
      <ToCome priced={priced} />
      <button
        ref={checkout}
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
      <div role="alert">
        {error && (
          <Fault
            error={error}
            toOrder={toOrder}
            onReplace={(sessionId) => {
              // The notice goes with the button that was pressed. This one says how far it is.
              checkout.current?.focus();
              onReplace(sessionId);
            }}
          />
        )}
      </div>
    </section>
  );
}

/** What a cart that renews costs, now and later. */
function TodayAndThen({ priced: { total, renewals } }: Pick<CartSummaryProps, 'priced'>) {
  const { t } = useLingui();
  const money = useMoney();
  const format = useRenewals();
  if (!total || renewals.length === 0) return null;
  const today = money(total.amountMinor, total.currency);
  const then = format(renewals, total.currency);
  return <p>{t`${today} today, then ${then}.`}</p>;
}

function Fault({ error, toOrder, onReplace }: FaultProps) {
  const payment = error instanceof ApiError ? error.openPayment : null;
  return payment ? (
    <OpenPaymentNotice
      payment={payment}
      toOrder={toOrder}
      onPayAnotherWay={() => onReplace(payment.sessionId)}
    />
  ) : (
    <CheckoutFault error={error} />
  );
}

/** The message for a checkout that failed. */
export function CheckoutFault({ error }: { error: Error }) {
  const { t } = useLingui();
  const money = useMoney();
  if (error instanceof UnknownPaymentPage) {
    return (
      <Notice tone="stop">
        {t`We were given the address of a payment page that this shop doesn’t know, so we didn’t take you there. You have not been charged.`}
      </Notice>
    );
  }
  // Whoever has emptied the cart has nothing to pay another way.
  if (error instanceof ApiError && error.openPayment) return null;
  const { text, broken, requestId } = explainError(error, money);
  const ordered = error instanceof ApiError && error.code === 'CHECKOUT_COMPLETED';
  return (
    <Notice tone={ordered ? 'calm' : 'stop'}>
      <p>
        {t(text)} {broken && t`You have not been charged.`}
      </p>
      {requestId && (
        <p>
          {t`Reference for our support: ${requestId}`} <SupportLinks />
        </p>
      )}
    </Notice>
  );
}

type FaultProps = { error: Error } & Pick<CartSummaryProps, 'toOrder' | 'onReplace'>;

type CartSummaryProps = {
  priced: PricedCart;
  busy: boolean;
  error: Error | null;
  /** Until the API may be asked again. */
  waitSeconds: number;
  onCheckout: () => void;
  /** Checks out in place of the order of this session. */
  onReplace: (sessionId: string) => void;
  toOrder: (sessionId: string, label: string) => ReactNode;
};
