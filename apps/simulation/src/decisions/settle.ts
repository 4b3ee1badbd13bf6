import { hasEndedUnpaid } from '../../../api/src/order/facts/ended-unpaid';
import { parseStep } from '../../../api/src/order/fulfilment/judge-step';
import { promise } from '../promises/promise';
import { applyReading, takeReading } from './apply-reading';
import { leftOf } from './fake-session';
import { QUANTITY } from './new-order';
import { tell } from './telling-events';
import { HOUR_MS } from './world';
import type { World } from './world';

const MOST_TURNS = 200;

/** The faults end: all that is under way arrives, every session is read, everything is told. Then nothing may be left. */
export function settle(world: World): void {
  while (world.readings.length > 0) {
    const late = world.readings.pop();
    if (late) applyReading(world, late);
  }
  for (let turn = 0; turn < 2; turn += 1)
    for (const session of world.sessions) applyReading(world, takeReading(world, session));
  checkEnd(world);
  for (const channel of ['mail', 'merchant'] as const) {
    for (let turn = 0; turn < MOST_TURNS && isLeft(world, channel); turn += 1) {
      const before = world.steps.filter(({ doneAt }) => doneAt !== null).length;
      tell(world, channel, true);
      const after = world.steps.filter(({ doneAt }) => doneAt !== null).length;
      if (after === before) world.nowMs += HOUR_MS;
    }
  }
  checkTold(world);
}

const isLeft = ({ steps }: World, channel: string) =>
  steps.some((row) => row.channel === channel && row.doneAt === null);

/** What has to be true of an order when Stripe has nothing new for it. */
function checkEnd(world: World): void {
  const { order, sessions, stock } = world;
  const { status } = order;
  const isPerson = status === 'needs_review' || status === 'refused';
  const own = sessions.find(({ id }) => id === order.stripeSessionId);
  const isOpen = sessions.some((one) => one.status === 'open');
  const isUnderWay = sessions.some(
    (one) =>
      one.status === 'complete' &&
      one.payment === 'unpaid' &&
      (one.intent === 'processing' || one.intent === 'requires_action'),
  );
  const isPaid = sessions.some((one) => leftOf(one) > 0 && one.review === null);
  promise(
    !isPaid || status === 'paid' || isPerson,
    'money that Stripe holds makes an order paid, or a person is asked',
  );
  const isOver =
    !isPaid &&
    !isOpen &&
    !isUnderWay &&
    own?.review === null &&
    own.payment !== 'no_payment_required';
  promise(
    !isOver || (status !== 'pending' && status !== 'processing'),
    'an order whose payment is over has ended',
  );
  promise(
    stock.own === (hasEndedUnpaid(status) ? 0 : QUANTITY),
    'stock is kept for an order that has not ended, once',
  );
}

function checkTold({ steps, order, promises }: World): void {
  promise(
    steps.every(({ doneAt }) => doneAt !== null),
    'every step ends',
  );
  const told = (names: string[]) =>
    steps.some(
      (row) =>
        names.includes(parseStep(row.step).name) &&
        (row.outcome === 'sent' || row.outcome === 'undeliverable'),
    );
  const { isDue } = promises.truth(order);
  promise(
    !isDue || told(['confirmation_mail', 'late_confirmation_mail']),
    'whoever gets the goods is told so',
  );
  promise(
    !isDue || told(['merchant_notification', 'late_paid_event']),
    'the merchant is told of every order that is due',
  );
}
