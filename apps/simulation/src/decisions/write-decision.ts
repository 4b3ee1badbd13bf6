import type { FulfilmentRow } from '../../../api/src/database/schema/fulfilment-tables';
import type { OrderRow } from '../../../api/src/database/schema/tables';
import type { FulfilmentTrigger } from '../../../api/src/order/fulfilment/fulfilment-step';
import type { OrderDecision } from '../../../api/src/order/order-decision';
import { hasEndedUnpaid } from '../../../api/src/order/facts/ended-unpaid';
import { STEPS } from './steps';
import { nowOf } from './world';
import type { World } from './world';

/** Writes a decision as OrderTransitionsService does: version, stock, history, steps. @returns whether anything was new */
export function writeDecision(world: World, { status, changes, triggers }: OrderDecision): boolean {
  const { order } = world;
  const isNew = status !== order.status || differs(order, changes);
  const after: OrderRow = { ...order, ...changes, status };
  if (isNew) {
    after.version = order.version + 1;
    moveStock(world, after);
    const isFirst = status === 'needs_review' && order.status !== 'refused';
    if (isFirst && order.status !== 'needs_review') world.statusBeforeReview = order.status;
    world.order = after;
  }
  stage(world, triggers);
  return isNew;
}

function differs(order: OrderRow, changes: Partial<OrderRow>): boolean {
  for (const key in changes) {
    const column = key as keyof OrderRow;
    if (!isSame(order[column], changes[column])) return true;
  }
  return false;
}

const isSame = (a: unknown, b: unknown) =>
  a === b ||
  (typeof a === 'object' && typeof b === 'object' && JSON.stringify(a) === JSON.stringify(b));

function moveStock({ order, stock, lines }: World, after: OrderRow): void {
  const [had, needs] = [!hasEndedUnpaid(order.status), !hasEndedUnpaid(after.status)];
  const counted = lines
    .filter(({ holdsStock }) => holdsStock)
    .reduce((sum, { quantity }) => sum + quantity, 0);
  if (had && !needs) stock.own -= counted;
  if (!had && needs) stock.own += counted;
}

/** As FulfilmentService does: the key of order and step makes it once. */
export function stage(
  world: World,
  triggers: readonly { trigger: FulfilmentTrigger; id: string }[],
): void {
  const now = nowOf(world);
  for (const { trigger, id } of triggers) {
    for (const { name, on, channel, notBefore } of STEPS) {
      if (on !== trigger) continue;
      const step = id ? `${name}:${id}` : name;
      if (world.steps.some((row) => row.step === step)) continue;
      const row: FulfilmentRow = {
        orderId: world.order.id,
        step,
        channel,
        sequence: world.steps.length + 1,
        stagedAt: now,
        dueAt: null,
        notBefore: notBefore?.(world.order, now) ?? null,
        nextAttemptAt: null,
        doneAt: null,
        outcome: null,
        note: null,
      };
      world.steps.push(row);
    }
  }
}
