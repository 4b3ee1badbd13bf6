import type { Confirmation } from '@shop/contract';
import button from '../../ui/button.module.css';
import { messages } from './messages';
import type { OrderLinks } from './order-page';
import { paymentLink, safeLink } from './safe-url';
import styles from './order.module.css';

/** What the shopper can do now. Only the full view knows the links to Stripe's pages. */
export function NextStep({ order, links }: { order: Confirmation; links: OrderLinks }) {
  switch (order.state) {
    case 'open': {
      const url = order.view === 'full' ? paymentLink(order.checkoutUrl) : null;
      return url ? (
        <PrimaryLink url={url} label={messages.continuePaying} />
      ) : (
        <>
          <p className={styles.hint}>{messages.continueElsewhere}</p>
          {links.toCart(messages.orderAgain)}
        </>
      );
    }
    case 'awaiting_voucher': {
      const url = order.view === 'full' ? safeLink(order.voucherUrl) : null;
      return url ? (
        <PrimaryLink url={url} label={messages.openVoucher} />
      ) : (
        <p className={styles.hint}>{messages.voucherElsewhere}</p>
      );
    }
    case 'expired': {
      const url = order.view === 'full' ? safeLink(order.recoveryUrl) : null;
      return url ? (
        <PrimaryLink url={url} label={messages.recover} />
      ) : (
        links.toCart(messages.orderAgain)
      );
    }
    case 'payment_failed':
      return links.toCart(messages.orderAgain);
    case 'disputed':
      return <p className={styles.hint}>{messages.writeToUs}</p>;
    case 'processing':
    case 'checking':
    case 'confirmed':
    case 'nothing_to_pay':
    case 'partially_refunded':
    case 'refunded':
      return links.toShop(messages.keepShopping);
    default:
      // A state newer than this page: its number and amounts are still shown.
      return links.toShop(messages.keepShopping);
  }
}

function PrimaryLink({ url, label }: { url: string; label: string }) {
  return (
    <a className={button.button} href={url} rel="noreferrer">
      {label}
    </a>
  );
}
