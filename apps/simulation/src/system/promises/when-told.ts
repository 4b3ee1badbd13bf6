import type { MerchantEvent } from '@shop/contract';
import { promise } from '../../promises/promise';
import { chargeOf, refundsOf, sessionsOf } from '../world/at-stripe';
import type { Told } from '../world/outside';
import { readRows } from '../world/rows';
import type { OrderFacts } from '../world/rows';
import type { World } from '../world/world';
import { wasPaid } from './after-each-step';

/** What is told to the warehouse is true at that moment: of the order, and of its money at Stripe. */
export async function lookAtTelling(world: World, { id, channel, event }: Told): Promise<void> {
  const isAgain = world.outside.told.some(
    (one) => one.id === id && one.channel === channel && one.wasAnswered && !one.process.isStopped,
  );
  promise(!isAgain, `nothing is told twice: ${id}`);
  const { orders, steps } = await readRows(world.client);
  const known = steps.find(({ step, order: of }) => `${step}-${of}` === id);
  promise(known?.isDone !== true, `what was told is not told again: ${id}`);
  if (!event) return;
  const { data, type } = event;
  const order = orders.find(({ number }) => number === data.orderNumber);
  if (!order) return;
  promise(
    type !== 'order.paid' || data.goodsDue,
    'an order is told as paid while its goods are due',
  );
  promise(!data.goodsDue || wasPaid(world, order), 'goods are due of what was paid at Stripe only');
  promise(type !== 'order.paid' || isPaidNow(order), 'what is told is true when it is told: paid');
  lookAtAmounts(world, event, order);
}

const isPaidNow = ({ status, isCancelled }: OrderFacts) => status === 'paid' && !isCancelled;

function lookAtAmounts(world: World, { data }: MerchantEvent, order: OrderFacts): void {
  const session = sessionsOf(world).find(({ id }) => id === order.session);
  if (!session || session.status !== 'complete' || order.status !== 'paid') return;
  promise(data.totalMinor === session.amount_total, 'the total that is told is Stripe’s');
  const known = refundsOf(world, chargeOf(world, session));
  for (const { id, amountMinor } of data.refunds)
    promise(
      known.some((refund) => refund.id === id && refund.amount === amountMinor),
      'a refund that is told is Stripe’s, with its amount',
    );
}
