import { useLingui } from '@lingui/react/macro';
import type { Confirmation } from '@shop/contract';
import button from '../../ui/button.module.css';
import { SupportLinks } from '../../ui/support-links';
import { goesOn } from './goes-on';
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
          <Hint text={t`Please go on in the browser you started in, or order again.`} />
          {links.orderAgain(order)}
        </>
      );
    }
    case 'awaiting_voucher':
      return order.view === 'full' ? (
        <StripeLink url={order.voucherUrl} label={t`Open the voucher`} />
      ) : (
        <OnlyForBuyer />
      );
    case 'awaiting_bank_transfer':
      return order.view === 'full' ? (
        <StripeLink
          url={order.bankTransfer?.instructionsUrl ?? null}
          label={t`Open the instructions`}
        />
      ) : (
        <OnlyForBuyer />
      );
    case 'awaiting_microdeposits':
      return order.view === 'full' ? (
        <StripeLink url={order.verificationUrl} label={t`Confirm the test deposits`} />
      ) : (
        <OnlyForBuyer />
      );
    case 'expired': {
      const url = order.view === 'full' ? safeLink(order.recoveryUrl) : null;
      return url ? (
        <PrimaryLink url={url} label={t`Pick up where you left off`} />
      ) : (
        links.orderAgain(order)
      );
    }
    case 'payment_failed':
      // Ordered again, it would be charged twice.
      return goesOn(order) ? null : links.orderAgain(order);
    case 'refund_failed':
    case 'disputed':
    case 'dispute_lost':
      return (
        <p className={styles.hint}>
          {t`Questions? Please write to us and quote the order number.`} <SupportLinks />
        </p>
      );
    default:
      // Nothing is left to do. The same goes for a state that is newer than this page.
      return links.toShop(t`Keep shopping`);
  }
}

function OnlyForBuyer() {
  const { t } = useLingui();
  return <Hint text={t`To pay, open this page in the browser you ordered in.`} />;
}

function Hint({ text }: { text: string }) {
  return <p className={styles.hint}>{text}</p>;
}

function StripeLink({ url, label }: { url: string | null; label: string }) {
  const safe = safeLink(url);
  return safe && <PrimaryLink url={safe} label={label} />;
}

function PrimaryLink({ url, label }: { url: string; label: string }) {
  return (
    <a className={button.button} href={url} rel="noreferrer">
      {label}
    </a>
  );
}
