import type { Confirmation } from '@shop/contract';
import { useMoney } from '../../locale/use-format';
import { Moment } from './fact';
import { leftToRefund } from './left-to-refund';
import type { CancelledSaid } from './order-head';
import { useChangeWords } from './use-change-words';

/** What the page says of an order that its shopper has cancelled; undefined of any other. */
export function useCancelledSaid(order: Confirmation): CancelledSaid | undefined {
  const words = useChangeWords();
  const money = useMoney();
  const { cancellation, amounts } = order;
  if (!cancellation) return undefined;
  const { amountMinor, currency } = leftToRefund(order);
  const left = money(amountMinor, currency);
  return (heading, text) => [
    words.cancelled,
    <>
      {words.cancelledOn} <Moment at={cancellation.at} time />. {words.nothingSent}{' '}
      {moneyWords() ?? `${heading}. ${text}`}
    </>,
  ];

  /** Null: Stripe's side of the order says it. While the bank has the money, that is what there is to say. */
  function moneyWords(): string | null {
    if (!cancellation || order.dispute) return null;
    if (cancellation.refund === 'none') return words.free;
    if (cancellation.refund === 'due') return words.due(left);
    const isRefused = cancellation.refund === 'refused' || order.refunds.length === 0;
    return isRefused && amounts.refundedMinor < amounts.totalMinor ? words.refused(left) : null;
  }
}
