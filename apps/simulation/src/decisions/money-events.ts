import { chosen } from './event';
import type { Event } from './event';
import { leftOf } from './fake-session';
import type { FakeDispute, FakeRefund, FakeSession } from './fake-session';
import { nextId } from './world';
import type { World } from './world';

const isAway = ({ disputes }: FakeSession) =>
  disputes.some(({ status }) => status === 'needs_response' || status === 'lost');
/** Stripe refuses refunds of a payment that is disputed. */
const isRefundable = (one: FakeSession) => leftOf(one) > 0 && !isAway(one);

const refund = (
  name: string,
  status: FakeRefund['status'],
  share: (left: number) => number,
): Event => ({
  name,
  who: 'staff',
  may: ({ sessions }) => sessions.some(isRefundable),
  run: (world, arg) => {
    const one = chosen(world.sessions.filter(isRefundable), arg);
    one?.refunds.push({ id: nextId(world, 're'), amount: share(leftOf(one)), status });
  },
});

/** What becomes of a refund or a dispute that is there. */
function becomes<T extends FakeRefund | FakeDispute>(
  name: string,
  all: (world: World) => T[],
  from: readonly T['status'][],
  status: T['status'],
): Event {
  const fit = (world: World) => all(world).filter((one) => from.includes(one.status));
  return {
    name,
    who: 'Stripe',
    may: (world) => fit(world).length > 0,
    run: (world, arg) => {
      const one = chosen(fit(world), arg);
      if (one) one.status = status;
    },
  };
}

const refunds = ({ sessions }: World) => sessions.flatMap((one) => one.refunds);
const disputes = ({ sessions }: World) => sessions.flatMap((one) => one.disputes);

const dispute = (name: string, status: FakeDispute['status']): Event => ({
  name,
  who: 'Stripe',
  may: ({ sessions }) => sessions.some((one) => one.payment === 'paid' && one.disputes.length < 2),
  run: (world, arg) => {
    const paid = world.sessions.filter((one) => one.payment === 'paid' && one.disputes.length < 2);
    chosen(paid, arg)?.disputes.push({ id: nextId(world, 'dp'), status });
  },
});

const ALL = (left: number) => left;
const PART = (left: number) => Math.max(1, Math.floor(left / 3));

/** Refunds in the Dashboard, and disputes. */
export const moneyEvents: readonly Event[] = [
  refund('refunds a part', 'succeeded', PART),
  refund('refunds the rest', 'succeeded', ALL),
  refund('begins a refund of a part', 'pending', PART),
  refund('begins a refund of the rest', 'pending', ALL),
  becomes('the refund arrives', refunds, ['pending', 'requires_action'], 'succeeded'),
  becomes('the refund waits for the shopper', refunds, ['pending'], 'requires_action'),
  becomes('the refund fails', refunds, ['pending', 'requires_action', 'succeeded'], 'failed'),
  becomes('the refund is canceled', refunds, ['pending', 'requires_action'], 'canceled'),
  dispute('the bank asks', 'warning_needs_response'),
  dispute('the bank takes the money away', 'needs_response'),
  becomes('the inquiry ends', disputes, ['warning_needs_response'], 'warning_closed'),
  becomes('the inquiry becomes a dispute', disputes, ['warning_needs_response'], 'needs_response'),
  becomes('the dispute is won', disputes, ['needs_response', 'lost'], 'won'),
  becomes('the dispute is lost', disputes, ['needs_response'], 'lost'),
];
