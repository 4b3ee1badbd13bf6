import { approveReview } from '../../../../stripe-sandbox/src/engine/payment/reviews';
import { decideDispute, openDispute } from '../../../../stripe-sandbox/src/engine/payment/disputes';
import {
  cancelRefund,
  failRefund,
  succeedRefund,
} from '../../../../stripe-sandbox/src/engine/payment/refund-changes';
import { createRefund } from '../../../../stripe-sandbox/src/engine/payment/refunds';
import { StripeError } from '../../../../stripe-sandbox/src/engine/stripe-error';
import { chargeOf, sessionsOf } from '../world/at-stripe';
import type { World } from '../world/world';
import { event } from './world-event';

const paidCharges = (world: World) =>
  sessionsOf(world).flatMap((session) => {
    const charge = chargeOf(world, session);
    return charge?.status === 'succeeded' ? [charge] : [];
  });

const refunds = (world: World, ...statuses: string[]) =>
  world.stripe.engine.store.refunds
    .entries()
    .map(([, refund]) => refund)
    .filter(({ status }) => statuses.includes(status ?? ''));

const disputes = ({ stripe }: World) =>
  stripe.engine.store.disputes
    .entries()
    .map(([, dispute]) => dispute)
    .filter(({ status }) => /needs_response/.test(status));

const reviews = ({ stripe }: World) =>
  stripe.engine.store.reviews
    .entries()
    .map(([, review]) => review)
    .filter(({ open }) => open);

/** What Stripe itself does not allow at this moment does not happen. */
function tryAt(work: () => unknown): [] {
  try {
    work();
  } catch (error) {
    if (!(error instanceof StripeError)) throw error;
  }
  return [];
}

/** What happens to money at Stripe without the shop. */
export const moneyEvents = [
  event({
    who: 'somebody',
    name: 'changes what a session asks for',
    weight: 1,
    needs: [],
    subjects: (world) => sessionsOf(world).filter(({ status }) => status === 'open'),
    happen: (_world, session) => {
      session.amount_subtotal = (session.amount_subtotal ?? 0) + 100;
      session.amount_total = (session.amount_total ?? 0) + 100;
      return [];
    },
  }),
  event({
    who: 'somebody',
    name: 'refunds in Stripe’s Dashboard',
    weight: 4,
    needs: [],
    subjects: (world) => paidCharges(world).filter(({ refunded }) => !refunded),
    happen: ({ stripe: { engine } }, { id, amount }, draw) => {
      const part = draw.int(2) === 0 ? { amount: 1 + draw.int(amount) } : {};
      return tryAt(() => createRefund(engine, { charge: id, ...part }));
    },
  }),
  event({
    who: 'a bank',
    name: 'ends a refund',
    weight: 3,
    needs: [],
    subjects: (world) => refunds(world, 'pending', 'requires_action'),
    happen: ({ stripe: { engine } }, { id }, draw) => {
      const end = [succeedRefund, failRefund, cancelRefund][draw.int(3)] ?? succeedRefund;
      return tryAt(() => end(engine, id));
    },
  }),
  event({
    who: 'a bank',
    name: 'sends a refund back that had arrived',
    weight: 1,
    needs: [],
    subjects: (world) => refunds(world, 'succeeded'),
    happen: ({ stripe: { engine } }, { id }) => tryAt(() => failRefund(engine, id)),
  }),
  event({
    who: 'a bank',
    name: 'disputes a payment',
    weight: 2,
    needs: [],
    subjects: (world) => paidCharges(world).filter(({ disputed }) => !disputed),
    happen: ({ stripe: { engine } }, charge) =>
      tryAt(() => openDispute(engine, charge, { reason: 'fraudulent' })),
  }),
  event({
    who: 'a bank',
    name: 'decides a dispute',
    weight: 3,
    needs: [],
    subjects: disputes,
    happen: ({ stripe: { engine } }, { id }, draw) =>
      tryAt(() => decideDispute(engine, id, draw.int(2) === 0 ? 'won' : 'lost')),
  }),
  event({
    who: 'Radar',
    name: 'has a payment approved, or refunded as fraud',
    weight: 5,
    needs: [],
    subjects: reviews,
    happen: ({ stripe: { engine } }, { id, charge }, draw) =>
      tryAt(() =>
        draw.int(3) > 0
          ? approveReview(engine, id)
          : createRefund(engine, { charge: charge as string, reason: 'fraudulent' }),
      ),
  }),
];
