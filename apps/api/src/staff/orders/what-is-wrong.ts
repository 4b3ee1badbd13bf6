import type { StaffOrder } from '@shop/contract';
import type { FulfilmentRow } from '../../database/schema/fulfilment-tables';
import type { OrderRow } from '../../database/schema/tables';
import { isGoingBack } from '../../order/facts/cancellation-view';
import { isReviewOpen } from '../../order/facts/is-review-open';
import { moneyFaults } from './money-faults';

type Fault = StaffOrder['wrong'][number];
type Step = Pick<FulfilmentRow, 'step' | 'channel' | 'outcome' | 'note'>;

/**
 * What of an order needs a person, most urgent first: each in one sentence, with what to do next. Pure, and without
 * personal data.
 */
export function whatIsWrong(order: OrderRow, steps: readonly Step[]): Fault[] {
  return [
    ...review(order),
    ...moneyFaults(order),
    ...sync(order),
    ...held(order),
    ...steps.flatMap(undelivered),
  ];
}

function review(order: OrderRow): Fault[] {
  if (isReviewOpen(order))
    return [
      {
        code: 'review_open',
        words: `It waits for a decision: ${order.reviewReason}.`,
        next: 'Compare it with the payment at Stripe. Then decide: paid delivers it, refused ends it once its money is refunded at Stripe, dismissed goes on as before.',
      },
    ];
  if (order.sessionState === 'payment_review')
    return [
      {
        code: 'payment_review',
        words: 'Radar holds the payment until somebody reviews it.',
        next: 'Approve or refund it in the Stripe Dashboard.',
      },
    ];
  if (order.status === 'paid' && order.sessionState === 'payment_refused' && !isGoingBack(order))
    return [
      {
        code: 'payment_refused',
        words: "Radar's review of its payment ended with a refusal, after it was paid.",
        next: 'Send nothing more for it, and call back what is on its way. See in the Stripe Dashboard whether its money is refunded.',
      },
    ];
  if (order.sessionState !== 'checking' || order.reviewResolvedAt !== null) return [];
  return [
    {
      code: 'state_unknown',
      words: 'Stripe says of its session what no document describes.',
      next: 'Read it again; if that changes nothing, look at the session at Stripe and decide.',
    },
  ];
}

function sync({ syncFailure }: OrderRow): Fault[] {
  if (syncFailure === null) return [];
  return [
    {
      code: 'sync_failed',
      words: `Stripe does not let it be read: ${syncFailure}.`,
      next: 'Mend the cause, such as the API key. Then read it again.',
    },
  ];
}

function held({ rebuiltAt, tellingHeldAt }: OrderRow): Fault[] {
  if (tellingHeldAt === null) return [];
  const words = rebuiltAt
    ? 'The database had lost it; it was made again from its session at Stripe. Nothing is told about it.'
    : 'Nothing is told about it: it may have been told before the database was restored.';
  return [
    {
      code: 'telling_held',
      words,
      next: 'If shopper and merchant know of it, say that it was told. Else have it told: what waits is sent.',
    },
  ];
}

function undelivered({ step, channel, outcome, note }: Step): Fault[] {
  if (outcome !== 'undeliverable') return [];
  const why = note ? `: ${note}` : '';
  const isMail = channel === 'mail';
  return [
    {
      code: 'not_delivered',
      words: `${isMail ? 'An e-mail to the shopper' : 'A message'} was not delivered (${step})${why}.`,
      next: isMail
        ? 'Correct the address, or mend the mail server. Then send it again.'
        : 'Mend the other side. Then send it again.',
    },
  ];
}
