import { hasEndedUnpaid } from '../../../api/src/order/facts/ended-unpaid';
import { decide } from '../../../api/src/order/sync/decide';
import { shortagesOf } from '../../../api/src/order/inventory/shortage';
import { copyOfFacts, snapshotOf } from './fake-session';
import type { FakeSession } from './fake-session';
import { nowOf } from './world';
import type { Reading, World } from './world';
import { writeDecision } from './write-decision';

export function takeReading({ order }: World, session: FakeSession, mayRead = true): Reading {
  const facts = copyOfFacts(session);
  return { facts, snapshot: snapshotOf(facts, order.id, mayRead), version: order.version, mayRead };
}

/** Applies a reading as OrderSyncService does: not one of the order's session that is older than the order. */
export function applyReading(world: World, { facts, snapshot, version, mayRead }: Reading): void {
  const before = world.order;
  if (facts.id === before.stripeSessionId && version !== before.version) return;
  const shortages = shortagesNow(world);
  const decision = decide(before, snapshot, nowOf(world), shortages);
  const wrote = decision ? writeDecision(world, decision) : false;
  const triggers = decision?.triggers ?? [];
  const isTaken = decision?.changes.sessionState !== undefined;
  const step = { before, after: world.order, triggers, wrote };
  world.promises.reading(facts, mayRead, isTaken, shortages.length === 0, step);
}

/** What there is not enough of, for an order that has given its stock back. */
function shortagesNow({ order, lines, stock: { limit, others } }: World) {
  if (!hasEndedUnpaid(order.status)) return [];
  const counted = lines.filter(({ holdsStock }) => holdsStock);
  return shortagesOf(
    counted.map(({ name, quantity }) => ({ name, quantity, reserved: others, limit })),
  );
}
