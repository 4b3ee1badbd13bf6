import type { OrderRow, OrderStatus } from '../../database/schema/tables';
import type { Shortage } from '../inventory/shortage';
import { hasEndedUnpaid } from '../facts/ended-unpaid';
import { awaitedBy } from '../facts/payment-attempt';

const SHOWN = 60;

/**
 * Why an order waits for a person although it is paid: it had ended, or more was bought than there is; undefined when it is delivered.
 * @param status that the order would get
 * @param shortages of what there is not enough for it
 * @param isItsSession whether it is paid by the session that it had when it ended, and not by a copy of it
 */
export function reasonToHold(
  order: Pick<OrderRow, 'status' | 'sessionState' | 'supersededAt'>,
  status: OrderStatus,
  shortages: Shortage[],
  isItsSession: boolean,
): string | undefined {
  if (hasEndedUnpaid(status)) return undefined;
  const hadEnded = hasEndedUnpaid(order.status);
  if (hadEnded && isItsSession && order.supersededAt) return REPLACED;
  if (isItsSession && isGivenUp(order)) return CANCELLED;
  return shortages.length > 0 ? soldOut(shortages, hadEnded) : undefined;
}

/** It has ended although its own session was completed: Stripe has not cancelled its payment. */
const isGivenUp = ({ status, sessionState }: Pick<OrderRow, 'status' | 'sessionState'>) =>
  status === 'expired' &&
  (sessionState === 'processing' || awaitedBy({ status: 'processing', sessionState }) !== null);

const CANCELLED =
  'it was paid although the shop had cancelled it: refund the payment in Stripe, then decide refused; ' +
  'or deliver it all the same, then decide paid';

const REPLACED =
  'it was paid although its shopper has chosen to pay another way, by another order: refund the payment in Stripe, ' +
  'then decide refused; or deliver it too, then decide paid';

/** Somebody else has bought it since it ended, or while more of it was chosen on the payment page. */
function soldOut(shortages: Shortage[], hadEnded: boolean): string {
  const products = shortages.map(
    ({ name, wanted, left }) =>
      `${JSON.stringify(shortened(name))} (${wanted} ordered, ${left} left)`,
  );
  return (
    `it was paid ${hadEnded ? 'after it had ended' : 'with more than the cart had'}, and there is not enough of ` +
    `${products.join(', ')}: refund the ` +
    'payment in Stripe, then decide refused; or get more, then decide paid'
  );
}

const shortened = (name: string) => (name.length > SHOWN ? `${name.slice(0, SHOWN)}…` : name);
