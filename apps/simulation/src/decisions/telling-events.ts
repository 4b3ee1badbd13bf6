import type { Channel } from '../../../api/src/database/schema/tables';
import {
  nextAttemptAfter,
  nextStep,
  parseStep,
  whyMoot,
} from '../../../api/src/order/fulfilment/judge-step';
import { promise } from '../promises/promise';
import type { Event } from './event';
import { stepNamed } from './steps';
import { HOUR_MS, nowOf } from './world';
import type { World } from './world';

const due = (world: World, channel: Channel) => {
  const rows = world.steps.filter((row) => row.channel === channel);
  return { rows, row: nextStep(rows, nowOf(world)) };
};

/** Runs one step as DeliveryService does. @param isUp whether the other side takes it */
export function tell(world: World, channel: Channel, isUp: boolean): void {
  const { rows, row } = due(world, channel);
  const { name, triggerId } = parseStep(row?.step ?? '');
  const step = stepNamed(name);
  if (!row || !step) return;
  promise(
    rows.every(
      (one) =>
        one === row ||
        one.doneAt !== null ||
        one.notBefore !== null ||
        (one.sequence ?? 0) > (row.sequence ?? 0),
    ),
    'the steps of a channel run in their order',
  );
  const now = nowOf(world);
  const notBefore = step.notBefore?.(world.order, row.stagedAt);
  if (notBefore && notBefore > now) {
    row.notBefore = notBefore;
    return;
  }
  const moot = whyMoot(step, { order: world.order, row, rows, now });
  if (moot !== undefined) {
    if (moot.startsWith('no longer true'))
      world.promises.told(step.on, triggerId, world.order, false);
    Object.assign(row, { doneAt: now, outcome: 'moot', nextAttemptAt: null });
    return;
  }
  if (isUp) {
    world.promises.told(step.on, triggerId, world.order, true);
    Object.assign(row, { doneAt: now, outcome: 'sent', nextAttemptAt: null });
    return;
  }
  const known = world.failures.get(row.step) ?? { count: 0, first: now };
  world.failures.set(row.step, { ...known, count: known.count + 1 });
  const next = nextAttemptAfter(known.count + 1, known.first, now);
  promise(next === undefined || next > now, 'what fails is tried again later');
  if (next) row.nextAttemptAt = next;
  else Object.assign(row, { doneAt: now, outcome: 'undeliverable', nextAttemptAt: null });
}

const tells = (name: string, channel: Channel, isUp: boolean): Event => ({
  name,
  who: 'shop',
  may: (world) => due(world, channel).row !== undefined,
  run: (world) => tell(world, channel, isUp),
});

const passes = (name: string, hours: number): Event => ({
  name,
  who: 'time',
  may: () => true,
  run: (world) => (world.nowMs += hours * HOUR_MS),
});

/** Mails and the merchant's events; and time. */
export const tellingEvents: readonly Event[] = [
  tells('sends an e-mail', 'mail', true),
  tells('cannot send an e-mail', 'mail', false),
  tells('sends an event to the merchant', 'merchant', true),
  tells('cannot send an event to the merchant', 'merchant', false),
  passes('an hour passes', 1),
  passes('a day passes', 25),
  passes('thirteen days pass', 13 * 24),
  passes('two weeks pass', 14 * 24),
];
