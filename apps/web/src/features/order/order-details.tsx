import type { Confirmation } from '@shop/contract';
import type { ReactNode } from 'react';
import { locale } from '../../locale/locale';
import { formatAddress } from './format-address';
import { messages } from './messages';
import { describePaymentMethod } from './payment-method';
import { safeLink } from './safe-url';
import styles from './order.module.css';

/** The facts of an order. A masked one has only those that say nothing about whom. */
export function OrderDetails({ order }: { order: Confirmation }) {
  return (
    <section className={styles.card} aria-labelledby="order-details">
      <h2 id="order-details" className={styles.title}>
        {messages.details}
      </h2>
      <dl className={styles.facts}>
        <Fact label={messages.orderNumber}>
          <span className={styles.number}>{order.orderNumber}</span>
        </Fact>
        <Fact label={messages.orderedOn}>
          <OrderDate at={order.createdAt} />
        </Fact>
        {order.view === 'full' ? (
          <PersonalFacts order={order} />
        ) : (
          order.maskedEmail && <Fact label={messages.email}>{order.maskedEmail}</Fact>
        )}
      </dl>
    </section>
  );
}

function PersonalFacts({ order }: { order: Extract<Confirmation, { view: 'full' }> }) {
  const { email, paymentMethod, shippingAddress } = order;
  const receiptUrl = safeLink(order.receiptUrl);
  return (
    <>
      {email && <Fact label={messages.email}>{email}</Fact>}
      {paymentMethod && (
        <Fact label={messages.paidWith}>{describePaymentMethod(paymentMethod)}</Fact>
      )}
      {receiptUrl && (
        <Fact label={messages.receipt}>
          <a href={receiptUrl} rel="noreferrer">
            {messages.openReceipt}
          </a>
        </Fact>
      )}
      {shippingAddress && (
        <Fact label={messages.shippingTo}>
          <address className={styles.address}>
            {formatAddress(shippingAddress, locale).map((line, index) => (
              <span key={index}>{line}</span>
            ))}
          </address>
        </Fact>
      )}
    </>
  );
}

function OrderDate({ at }: { at: string }) {
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' });
  return <time dateTime={at}>{format.format(new Date(at))}</time>;
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
