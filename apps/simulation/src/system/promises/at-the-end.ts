import { alerts } from '../machine/replica';
import { promise } from '../../promises/promise';
import { chargeOf, disputesOf, refundsOf, sessionsOf } from '../world/at-stripe';
import type { OrderFacts } from '../world/rows';
import type { World } from '../world/world';

/** Faults have ended, and everything that was under way has had its time: what is at Stripe must be known here, and told. */
export async function lookAtEnd(world: World): Promise<void> {
  for (const order of world.rows.orders) lookAtOrder(world, order);
  for (const { step, isDone, waits, outcome } of world.rows.steps) {
    promise(isDone || waits, `everything is told or given up: ${step}`);
    promise(!isDone || outcome !== null, `what has become of a step is known: ${step}`);
  }
  for (const { name, output } of await world.jobs.deadLetters()) {
    const wasTold = alerts.some((words) => words.includes(output.code));
    promise(
      name === 'order.cancellation.dead' && wasTold,
      `no job is given up but what Stripe refuses, and a person is told: ${name} ${output.code}`,
    );
  }
  const { rows } = await world.client.query<{ id: string; type: string }>(
    `select id, type from webhook_events where subject_id is not null and handled_at is null`,
  );
  promise(rows.length === 0, `no acknowledged event is lost: ${rows[0]?.type}`);
}

function lookAtOrder(world: World, order: OrderFacts): void {
  const { status, session: sessionId } = order;
  const session = sessionsOf(world).find(({ id }) => id === sessionId);
  if (!session) {
    promise(status === 'expired', `an order without a session ends: it is ${status}`);
    return;
  }
  const charge = chargeOf(world, session);
  const isPaid = session.status === 'complete' && session.payment_status === 'paid';
  const isUnderReview = typeof charge?.review === 'string';
  if (isPaid && !isUnderReview)
    promise(
      status === 'paid' || status === 'needs_review' || status === 'refused',
      `what Stripe was paid is known here: the order is ${status}`,
    );
  // A person may have decided, or is asked to.
  const isEnded = ['expired', 'payment_failed', 'refused', 'needs_review'].includes(status);
  if (session.status === 'expired')
    promise(isEnded || order.isAsked, `an order ends with its session: it is ${status}`);
  if (session.status === 'complete' && !isPaid && session.payment_status === 'unpaid')
    promise(status !== 'pending', `a payment under way is known here: the order is ${status}`);
  const refunds = refundsOf(world, charge);
  const back = refunds
    .filter((one) => one.status === 'succeeded')
    .reduce((sum, one) => sum + one.amount, 0);
  promise(
    order.refunded === back,
    `the order has Stripe’s refunds: ${order.refunded}, not ${back}`,
  );
  const [dispute] = disputesOf(world, charge);
  if (dispute)
    promise(
      order.dispute?.status === dispute.status,
      `the order has Stripe’s dispute: ${order.dispute?.status}, not ${dispute.status}`,
    );
  lookAtTold(
    world,
    order,
    isPaid && !isUnderReview && back === 0 && refunds.length === 0 && !dispute,
  );
}

/** What was paid and never doubted has been told to the warehouse, unless that refused to hear it. */
function lookAtTold({ outside, rows }: World, order: OrderFacts, isPlain: boolean): void {
  if (!isPlain || order.status !== 'paid' || order.isCancelled) return;
  const name = `merchant_notification-${order.id}`;
  const step = rows.steps.find(
    (one) => one.order === order.id && one.step === 'merchant_notification',
  );
  const wasTold = outside.told.some(({ id }) => id === name);
  promise(wasTold || step?.outcome === 'undeliverable', 'what was paid is fulfilled');
}
