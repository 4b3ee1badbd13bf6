import { chosen } from './event';
import type { Event } from './event';
import { leftOf, openSession } from './fake-session';
import type { FakeSession } from './fake-session';
import { TOTAL } from './new-order';
import { nextId, nowOf, ownSession } from './world';
import type { World } from './world';

const MOST_SESSIONS = 4;

/** An event of one session: of those that fit, the step's number chooses. */
function ofSession(
  who: Event['who'],
  name: string,
  fits: (one: FakeSession) => boolean,
  change: (one: FakeSession, world: World) => void,
): Event {
  const find = ({ sessions }: World, arg: number) => chosen(sessions.filter(fits), arg);
  return {
    name,
    who,
    may: (world, arg) => find(world, arg) !== undefined,
    run: (world, arg) => {
      const one = find(world, arg);
      if (one) change(one, world);
    },
  };
}

const isOpen = ({ status }: FakeSession) => status === 'open';
const isUnderWay = ({ status, payment, intent }: FakeSession) =>
  status === 'complete' &&
  payment === 'unpaid' &&
  (intent === 'processing' || intent === 'requires_action');

const complete = (one: FakeSession, changes: Partial<FakeSession>) =>
  Object.assign(one, { status: 'complete' }, changes);

/** The shopper at the payment page, and the payment's own way. */
export const paymentEvents: readonly Event[] = [
  ofSession('shopper', 'pays by card', isOpen, (one) =>
    complete(one, { payment: 'paid', intent: 'succeeded' }),
  ),
  ofSession('shopper', 'pays by bank debit', isOpen, (one) =>
    complete(one, { intent: 'processing' }),
  ),
  ofSession('shopper', 'takes a voucher', isOpen, (one) =>
    complete(one, { intent: 'requires_action', action: 'oxxo_display_details' }),
  ),
  ofSession('shopper', 'chooses a bank transfer', isOpen, (one) =>
    complete(one, { intent: 'requires_action', action: 'display_bank_transfer_instructions' }),
  ),
  ofSession('shopper', 'has a code for everything', isOpen, (one) =>
    complete(one, { discount: one.subtotal, payment: 'no_payment_required' }),
  ),
  ofSession('Stripe', 'gets the money', isUnderWay, (one) =>
    Object.assign(one, { payment: 'paid', intent: 'succeeded', action: null }),
  ),
  ofSession('Stripe', 'does not get the money', isUnderWay, (one) =>
    Object.assign(one, { intent: 'requires_payment_method', action: null }),
  ),
  ofSession('staff', 'cancels the payment', isUnderWay, (one) =>
    Object.assign(one, { intent: 'canceled', action: null }),
  ),
  ofSession('Stripe', 'expires the session', isOpen, (one) => (one.status = 'expired')),
  ofSession(
    'Stripe',
    'has another amount in the session',
    (one) => isOpen(one) && one.subtotal === TOTAL,
    (one) => (one.subtotal -= 1),
  ),
  {
    name: 'recovers the session',
    who: 'shopper',
    may: ({ sessions }) =>
      sessions.length < MOST_SESSIONS && sessions.some(({ status }) => status === 'expired'),
    run: (world, arg) => {
      const from = chosen(
        world.sessions.filter(({ status }) => status === 'expired'),
        arg,
      );
      world.sessions.push(openSession(nextId(world, 'cs_test'), TOTAL, from?.id ?? null));
    },
  },
  {
    name: 'finds a second session of the order',
    who: 'shopper',
    may: ({ sessions }) => sessions.length < MOST_SESSIONS,
    run: (world) => world.sessions.push(openSession(nextId(world, 'cs_test'), TOTAL, null)),
  },
  ofSession(
    'Stripe',
    'begins a review',
    (one) => leftOf(one) > 0 && one.review === null,
    (one) => (one.review = { open: true, closed_reason: null }),
  ),
  ...(['approved', 'redacted'] as const).map((reason) =>
    ofSession(
      'staff',
      `closes the review as ${reason}`,
      ({ review }) => review?.open === true,
      (one) => (one.review = { open: false, closed_reason: reason }),
    ),
  ),
  ofSession(
    'staff',
    'refuses in the review',
    ({ review }) => review?.open === true,
    (one, world) => {
      one.review = { open: false, closed_reason: 'refunded_as_fraud' };
      if (leftOf(one) > 0)
        one.refunds.push({ id: nextId(world, 're'), amount: leftOf(one), status: 'succeeded' });
    },
  ),
  {
    name: 'chooses another way to pay',
    who: 'shopper',
    may: (world) => {
      const { status, supersededAt } = world.order;
      const mayWait = status === 'processing' || status === 'needs_review';
      const isAwaited = mayWait && ownSession(world).intent === 'requires_action';
      return supersededAt === null && (status === 'pending' || isAwaited);
    },
    run: (world) => (world.order = { ...world.order, supersededAt: nowOf(world) }),
  },
];
