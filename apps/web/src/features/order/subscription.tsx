import { useLingui } from '@lingui/react/macro';
import type { Confirmation } from '@shop/contract';
import { lazy, Suspense } from 'react';
import { SupportLinks } from '../../ui/support-links';
import { Fact, Moment } from './fact';
import styles from './order.module.css';

/** Few orders need it. Where it cannot be loaded, whom to ask stands in its place. */
const ManageSubscription = lazy(() =>
  import('./manage-subscription').then(
    (module) => ({ default: module.ManageSubscription }),
    () => ({ default: SupportLinks }),
  ),
);

/** What has become of the subscription that an order started: the next charge, its end, and where it is managed. */
export function Subscription({ order, sessionId }: SubscriptionProps) {
  const { t } = useLingui();
  const { subscription, state } = order;
  const status = subscription?.status;
  const trouble = useTrouble(status ?? null);
  // Before it has begun there is nothing to tell, nor while its first payment is under way.
  if (!status || (status === 'incomplete' && state !== 'payment_failed')) return null;
  const { nextChargeAt, endsAt } = subscription;
  return (
    <>
      <dl className={styles.facts}>
        {trouble && <Fact label={t`Subscription`}>{trouble}</Fact>}
        {!endsAt && !trouble && (
          <Fact label={t`Next charge`}>
            {nextChargeAt ? <Moment at={nextChargeAt} /> : t`not known at the moment`}
          </Fact>
        )}
        {endsAt && status !== 'canceled' && (
          <Fact label={t`Subscription ends`}>
            <Moment at={endsAt} />
          </Fact>
        )}
      </dl>
      {order.view === 'full' && (
        <Suspense>
          <ManageSubscription sessionId={sessionId} />
        </Suspense>
      )}
    </>
  );
}

/** What is wrong with a subscription, by Stripe's status; null when it goes on, or ends with its period. */
function useTrouble(status: string | null): string | null {
  const { t } = useLingui();
  switch (status) {
    case 'past_due':
    case 'unpaid':
    case 'incomplete':
      return t`The last payment failed. Please check how you pay.`;
    case 'paused':
      return t`Paused`;
    case 'canceled':
    case 'incomplete_expired':
      return t`Ended`;
    default:
      return null;
  }
}

type SubscriptionProps = { order: Confirmation; sessionId: string };
