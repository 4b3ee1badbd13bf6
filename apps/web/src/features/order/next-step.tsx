import { useLingui } from '@lingui/react/macro';
import type { Confirmation } from '@shop/contract';
import button from '../../ui/button.module.css';
import type { OrderLinks } from './order-links';
import { paymentLink, safeLink } from './safe-url';
import styles from './order.module.css';

/** What the shopper can do now. Only the full view has the links to Stripe's pages. */
export function NextStep({ order, links }: { order: Confirmation; links: OrderLinks }) {
  const { t } = useLingui();
  switch (order.state) {
    case 'open': {
      const url = order.view === 'full' ? paymentLink(order.checkoutUrl) : null;
      return url ? (
        <PrimaryLink url={url} label={t`Continue to payment`} />
      ) : (
        <>
          <p
            className={styles.hint}
          >{t`Please go on in the browser you started in, or begin again from your cart.`}</p>
          {links.toCart(t`Back to your cart`)}
        </>
      );
    }
    case 'awaiting_voucher': {
      const url = order.view === 'full' ? safeLink(order.voucherUrl) : null;
      return url ? (
        <PrimaryLink url={url} label={t`Open the voucher`} />
      ) : (
        <p className={styles.hint}>{t`You’ll find the voucher in the e-mail we sent you.`}</p>
      );
    }
    case 'expired': {
      const url = order.view === 'full' ? safeLink(order.recoveryUrl) : null;
      return url ? (
        <PrimaryLink url={url} label={t`Pick up where you left off`} />
      ) : (
        links.toCart(t`Back to your cart`)
      );
    }
    case 'payment_failed':
      return links.toCart(t`Back to your cart`);
    case 'disputed':
      return (
        <p
          className={styles.hint}
        >{t`Questions? Answer the e-mail we sent you and quote the order number.`}</p>
      );
    case 'processing':
    case 'checking':
    case 'confirmed':
    case 'nothing_to_pay':
    case 'partially_refunded':
    case 'refunded':
      return links.toShop(t`Keep shopping`);
    default:
      // A state that is newer than this page. Number and amounts are still shown.
      return links.toShop(t`Keep shopping`);
  }
}

function PrimaryLink({ url, label }: { url: string; label: string }) {
  return (
    <a className={button.button} href={url} rel="noreferrer">
      {label}
    </a>
  );
}
