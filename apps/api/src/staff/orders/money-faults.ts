import type { StaffOrder } from '@shop/contract';
import { formatMoney } from '@shop/money';
import type { OrderRow } from '../../database/schema/tables';
import { isGoingBack } from '../../order/facts/cancellation-view';
import { disputeStanding, waitsForEvidence } from '../../order/facts/dispute-standing';
import { failedStill } from '../../order/facts/goods-due';
import { isFraudWarned } from '../../order/facts/is-fraud-warned';

type Fault = StaffOrder['wrong'][number];

/** The page shows it to people in any time zone. */
const moment = new Intl.DateTimeFormat('en-GB', {
  dateStyle: 'medium',
  timeStyle: 'short',
  timeZone: 'UTC',
});

/** What needs a person of the money of an order, most urgent first. Pure. */
export const moneyFaults = (order: OrderRow): Fault[] => [
  ...dispute(order),
  ...fraudWarning(order),
  ...failedRefunds(order),
  ...refusedRefund(order),
];

function dispute({ dispute: found }: OrderRow): Fault[] {
  if (!found || !waitsForEvidence(found.status)) return [];
  const due = found.dueBy ? `by ${said(new Date(found.dueBy))}` : 'in time';
  if (disputeStanding(found) === 'open')
    return [
      {
        code: 'dispute_open',
        words: `Its payment is disputed: ${found.status.replaceAll('_', ' ')}.`,
        next: `Send evidence in the Stripe Dashboard, or accept the dispute, ${due}.`,
      },
    ];
  return [
    {
      code: 'inquiry_open',
      words: 'The bank asks about its payment.',
      next: `Answer in the Stripe Dashboard ${due}, before it becomes a dispute.`,
    },
  ];
}

function fraudWarning(order: OrderRow): Fault[] {
  const { fraudWarnedAt } = order;
  if (!fraudWarnedAt || !isFraudWarned(order)) return [];
  return [
    {
      code: 'fraud_warning',
      words: `The card issuer has warned of fraud (${said(fraudWarnedAt)}).`,
      next: 'Refund the payment before it is disputed.',
    },
  ];
}

/** A refund that failed is news until later ones have made it good, or the bank has, by a dispute that is lost. */
function failedRefunds({ refunds, currency, dispute }: OrderRow): Fault[] {
  if (disputeStanding(dispute) === 'lost') return [];
  return failedStill(refunds).map(({ id, amountMinor }) => ({
    code: 'refund_failed',
    words: `Its refund ${id} of ${formatMoney(amountMinor, currency, 'en')} failed: the shopper has not got the money.`,
    next: 'Refund it another way, in the Stripe Dashboard or outside of Stripe.',
  }));
}

/** Where its dispute is lost, the bank has given the money back. */
function refusedRefund(order: OrderRow): Fault[] {
  const isBack = isGoingBack(order) || disputeStanding(order.dispute) === 'lost';
  if (order.cancelRefund !== 'refused' || isBack) return [];
  return [
    {
      code: 'refund_refused',
      words: 'It is cancelled, and Stripe refuses its refund: the shopper has not got the money.',
      next: 'Refund it in the Stripe Dashboard. Or mend the cause, such as the API key, and retry its dead letter.',
    },
  ];
}

const said = (at: Date) => `${moment.format(at)} UTC`;
