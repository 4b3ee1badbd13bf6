import type { StaffOrder } from '@shop/contract';
import { Action } from '../ui/action';
import { HeldTelling } from './held-telling';
import { OrderChanges } from './order-changes';

const DECISIONS = [
  ['paid', 'Accept as paid', 'The goods become due: the shopper and the warehouse are told.'],
  ['refused', 'Refuse', 'Nothing is delivered. The shopper is told that the order has ended.'],
  ['dismissed', 'Dismiss the alert', 'The order goes on as it was before the review.'],
] as const;

/** What can be done with the order. */
export function OrderActions({ order }: { order: StaffOrder }) {
  const path = `orders/${order.number}`;
  const isUndecided = order.reviewOpen || order.wrong.some(({ code }) => code === 'state_unknown');
  return (
    <section aria-labelledby="actions">
      <h2 id="actions">What you can do</h2>
      <div className="actions">
        {isUndecided &&
          DECISIONS.map(([decision, words, warning]) => (
            <Action
              key={decision}
              words={words}
              path={`${path}/resolve`}
              body={{ decision }}
              warning={warning}
            />
          ))}
        <HeldTelling order={order} />
        <Action words="Read it again from Stripe" path={`${path}/sync`} />
        <Action words="Send the e-mail again" path={`${path}/resend`} body={{ channel: 'mail' }} />
        <Action
          words="Tell the shop's system again"
          path={`${path}/resend`}
          body={{ channel: 'merchant' }}
        />
        <OrderChanges order={order} />
      </div>
    </section>
  );
}
