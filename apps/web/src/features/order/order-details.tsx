import { useLingui } from '@lingui/react/macro';
import type { Confirmation } from '@shop/contract';
import { useLocaleTag } from '../../locale/use-format';
import { ChosenFacts } from './chosen-facts';
import { Fact, Moment } from './fact';
import { formatAddress } from './format-address';
import { PaymentMethod } from './payment-method';
import { safeLink } from './safe-url';
import { shownLine } from './shown-name';
import { Subscription } from './subscription';
import styles from './order.module.css';

/** The details of an order. The masked view has only those that do not identify the buyer. */
export function OrderDetails({ order, sessionId }: { order: Confirmation; sessionId: string }) {
  const { t } = useLingui();
  return (
    <section className={`${styles.card} ${styles.details}`} aria-labelledby="order-details">
      <h2 id="order-details" className={styles.title}>
        {t`Order details`}
      </h2>
      <dl className={styles.facts}>
        <Fact label={t`Order number`}>
          <span className={styles.number}>{order.orderNumber}</span>
        </Fact>
        <Fact label={t`Ordered on`}>
          <Moment at={order.createdAt} time />
        </Fact>
        {order.view === 'full' ? (
          <PersonalFacts order={order} />
        ) : (
          order.maskedEmail && (
            <Fact label={t`E-mail`}>
              <bdi>{shownLine(order.maskedEmail)}</bdi>
            </Fact>
          )
        )}
      </dl>
      <Subscription order={order} sessionId={sessionId} />
      {order.withdrawableUntil && (
        <p className={styles.actions}>
          <a
            href={`/order/withdraw?order=${order.orderNumber}`}
          >{t`Withdraw from contract here`}</a>
        </p>
      )}
    </section>
  );
}

function PersonalFacts({ order }: { order: Extract<Confirmation, { view: 'full' }> }) {
  const { t } = useLingui();
  const tag = useLocaleTag();
  const { email, paymentMethod, shippingAddress } = order;
  const receiptUrl = safeLink(order.receiptUrl);
  return (
    <>
      {email && (
        <Fact label={t`E-mail`}>
          <bdi>{shownLine(email)}</bdi>
        </Fact>
      )}
      {paymentMethod && (
        <Fact label={t`Payment method`}>
          <PaymentMethod {...paymentMethod} />
        </Fact>
      )}
      {receiptUrl && (
        <Fact label={t`Receipt`}>
          <a href={receiptUrl} rel="noreferrer">
            {t`Open Stripe’s receipt`}
          </a>
        </Fact>
      )}
      {shippingAddress && (
        <Fact label={t`Shipping to`}>
          <address className={styles.address}>
            {formatAddress(shippingAddress, tag).map((line, index) => (
              <span key={index}>{line}</span>
            ))}
          </address>
        </Fact>
      )}
      <ChosenFacts order={order} />
    </>
  );
}
