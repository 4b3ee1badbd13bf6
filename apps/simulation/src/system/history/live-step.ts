import { EVENTS } from '../events/events';
import { pick } from '../events/world-event';
import type { WorldEvent } from '../events/world-event';
import { randomOf } from '../machine/random';
import { lookAt } from '../promises/after-each-step';
import type { World } from '../world/world';
import { FAULTS } from './faults';
import type { Fault } from './faults';
import { runActs } from './run-acts';
import type { Step } from './step';

/** What happened in a step; undefined: it could not happen. */
export interface Lived {
  words: string;
  /** Whether what goes wrong has met something. */
  isMet: boolean;
}

/** Lets one thing happen, with what goes wrong in it, and looks at every promise. */
export async function liveStep(world: World, step: Step): Promise<Lived | undefined> {
  const event = EVENTS[step.event];
  const fault = FAULTS[step.fault];
  if (!event || !fault) throw new Error('There is no such step.');
  const subjects = event.subjects(world);
  if (subjects.length === 0) return undefined;
  const draw = randomOf('step', step.seed);
  world.kernel.random = randomOf('turns', step.seed);
  const before = world.rows;
  world.met = [];
  world.note(`${event.name} ${fault.name}`);
  world.time.moveTo(world.time.nowMs + 1 + draw.int(200));
  const acts = await event.happen(world, pick(draw, subjects) as never, draw);
  const first = draw.int(2);
  const [act] = acts;
  if (act && fault.name === 'comes twice at once') acts.push(act);
  fault.arm(world, 'AB'[first] ?? '', draw);
  await runActs(world, acts, first).finally(() => endFaults(world));
  await world.restart();
  await world.look();
  lookAt(world, before);
  const isMet = world.met.length > 0 || TIMELESS.has(fault.name);
  return { words: wordsOf(world, event, fault, first, isMet), isMet };
}

/** Those that always meet something. */
const TIMELESS = new Set(['nothing', 'comes twice at once']);

function wordsOf(
  world: World,
  { who, name }: WorldEvent,
  fault: Fault,
  first: number,
  isMet: boolean,
) {
  const wrong =
    fault.name === 'nothing' || !isMet ? '' : ` (process ${'AB'[first]}: ${fault.name})`;
  const orders = world.rows.orders.map(({ status, number }) => `${number} ${status}`);
  return `${who} ${name}${wrong} → ${orders.join(', ') || 'no order'}`;
}

function endFaults(world: World): void {
  world.kernel.stopAt(undefined);
  world.stripe.faults = [];
  world.outside.losesAnswer = false;
  world.isDeaf = false;
}
