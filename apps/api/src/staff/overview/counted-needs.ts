import type { NeedCode, OrderFilter, StaffNeed } from '@shop/contract';
import type { Counted } from './overview.repository';
import type { Health } from './shop-health';

/** What there is a number of, most urgent first. Pure. */
export function countedNeeds(health: Health): StaffNeed[] {
  const steps = { count: health.lostSteps, since: null };
  const { dueBy } = health.disputes;
  return [
    ...need('dispute_open', health.disputes, 'evidence_due', dueBy),
    ...need('review_open', health.reviews, 'review_open'),
    ...need('state_unknown', health.statesUnknown, 'state_unknown'),
    ...need('payment_review', health.paymentReviews, 'payment_review'),
    ...need('fraud_warning', health.fraudWarnings, 'fraud_warning'),
    ...need('refund_refused', health.refundsRefused, 'refund_refused'),
    ...need('refund_failed', health.refundsFailed, 'refund_failed'),
    ...need('paid_without_order', health.paidWithoutOrder).map((one) => ({
      ...one,
      subjects: health.paidWithoutOrder.ids,
    })),
    ...need('withdrawal_order_unknown', health.withdrawals.orderUnknown),
    ...need('withdrawal_not_acknowledged', health.withdrawals.refused),
    ...need('dead_letters', health.deadLetters),
    ...need('not_delivered', health.undelivered, 'not_delivered'),
    ...need('sync_failed', health.syncFailures, 'sync_failed'),
    ...need('transfer_awaited', health.transfersAwaited, 'transfer_awaited'),
    ...need('events_not_handled', health.unhandledEvents),
    ...need('events_not_delivered', health.undeliveredEvents),
    ...need('steps_without_job', steps),
    ...need('telling_held', health.tellingHeld, 'telling_held'),
  ];
}

type CountedCode = Exclude<
  NeedCode,
  'stripe_endpoint' | 'stripe_permissions' | 'worker_gone' | 'clock_off'
>;

/** What is wrong with one, and with several, and what to do. */
const WORDS: Record<CountedCode, [one: string, several: string, next: string]> = {
  dispute_open: [
    'A payment is disputed, or its bank asks about it',
    'payments are disputed, or their banks ask about them',
    'Send evidence in the Stripe Dashboard before the deadline.',
  ],
  review_open: [
    'An order waits for a decision',
    'orders wait for a decision',
    'Open it, compare it with its payment, and decide.',
  ],
  state_unknown: [
    'Stripe says of the session of an order what no document describes',
    'orders have sessions of which Stripe says what no document describes',
    'Open it, and read it again from Stripe. If that changes nothing, look at the session there, and decide.',
  ],
  payment_review: [
    'Radar holds the payment of an order until somebody reviews it',
    'orders have payments that Radar holds until somebody reviews them',
    'Approve or refund it in the Stripe Dashboard. Nothing is sent until then.',
  ],
  fraud_warning: [
    'The card issuer warns that the payment of an order is fraud',
    'orders have payments of which the card issuers warn that they are fraud',
    'Refund it before it is disputed.',
  ],
  refund_refused: [
    'Stripe refuses the refund of an order that was cancelled',
    'orders were cancelled, and Stripe refuses their refunds',
    'Refund it in the Stripe Dashboard. Or mend the cause, such as the API key, and retry its dead letter.',
  ],
  refund_failed: [
    'A refund has failed: its shopper has not got the money',
    'orders have a refund that failed: their shoppers have not got the money',
    'Refund it another way, in the Stripe Dashboard or outside of Stripe.',
  ],
  paid_without_order: [
    'A paid session of the last 30 days has no order',
    'paid sessions of the last 30 days have no order',
    'Find it in the Stripe Dashboard by its id, and deliver or refund it by hand. One that no checkout here made the shop can adopt: "orderAdoption": "on" in the shop file.',
  ],
  withdrawal_order_unknown: [
    'A withdrawal of the last 30 days names no order that is known',
    'withdrawals of the last 30 days name no order that is known',
    'Find the order by its name and address, refund what is owed, and answer.',
  ],
  withdrawal_not_acknowledged: [
    'The acknowledgement of a withdrawal of the last 30 days was refused for good',
    'withdrawals of the last 30 days have an acknowledgement that was refused for good',
    'Send it another way: its sender has a right to it.',
  ],
  dead_letters: [
    'A piece of work was given up',
    'pieces of work were given up',
    'Mend the cause, then retry them.',
  ],
  not_delivered: [
    'What an order had to tell was refused for good',
    'orders had something to tell that was refused for good',
    'Open it, mend the address or the other side, and send it again.',
  ],
  sync_failed: [
    'Stripe does not let an order be read',
    'orders cannot be read at Stripe',
    'Mend the cause, such as the API key. Then sync them.',
  ],
  transfer_awaited: [
    'An order waits for its bank transfer for more than a week',
    'orders wait for their bank transfers for more than a week',
    'Ask the shopper, or cancel it: its stock comes back.',
  ],
  events_not_handled: [
    'An event of Stripe waits for longer than ten minutes',
    'events of Stripe wait for longer than ten minutes',
    'Look whether a worker runs and the database answers; they are retried.',
  ],
  events_not_delivered: [
    'An event of the last day never reached the webhook endpoint',
    'events of the last day never reached the webhook endpoint',
    'Their orders are right, because the sweep read them. See why the endpoint was silent: npm run stripe:doctor.',
  ],
  steps_without_job: [
    'A message has lost its job',
    'messages have lost their jobs',
    'The next sweep sends them. If they stay, look whether a worker runs.',
  ],
  telling_held: [
    'An order of a restored database waits with what it would tell',
    'orders of a restored database wait with what they would tell',
    'Open it and say whether it was told before. About all of them at once: npm run orders -- restored told --all, or restored tell --all.',
  ],
};

function need(
  code: CountedCode,
  { count, since }: Counted,
  orders: OrderFilter | null = null,
  dueBy: Date | null = null,
): StaffNeed[] {
  if (count === 0) return [];
  const [one, several, next] = WORDS[code];
  const words = count === 1 ? `${one}.` : `${count} ${several}.`;
  return [
    {
      code,
      words,
      next,
      count,
      since: since?.toISOString() ?? null,
      dueBy: dueBy?.toISOString() ?? null,
      orders,
      subjects: [],
    },
  ];
}
