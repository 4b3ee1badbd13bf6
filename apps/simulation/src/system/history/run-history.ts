import { EVENTS } from '../events/events';
import { randomOf } from '../machine/random';
import { lookAtEnd } from '../promises/at-the-end';
import { lookAtTelling } from '../promises/when-told';
import type { World } from '../world/world';
import { count, newCoverage } from './coverage';
import type { Coverage } from './coverage';
import { FAULTS, canMeet } from './faults';
import { liveStep } from './live-step';
import { settle } from './settle';
import type { Step } from './step';

export interface LivedHistory {
  steps: Step[];
  /** What happened, in words, a line for each step. */
  story: string[];
  hash: number;
  /** Virtual minutes from the end of the faults until everything was told. */
  minutes: number;
  error: Error | undefined;
}

const LEAST_STEPS = 20;
const MORE_STEPS = 21;

/** Lives a history from its seed and number. */
export function liveHistory(
  world: World,
  seed: number,
  number: number,
  coverage: Coverage,
): Promise<LivedHistory> {
  const draw = randomOf('history', seed, number);
  const length = LEAST_STEPS + draw.int(MORE_STEPS);
  return live(world, seed, number, coverage, function* () {
    for (let step = 0; step < length; step += 1) yield drawStep(world, draw);
  });
}

/** Lives given steps; those that cannot happen any more are left out. */
export const liveSteps = (world: World, seed: number, number: number, steps: readonly Step[]) =>
  live(world, seed, number, newCoverage(), () => steps);

async function live(
  world: World,
  seed: number,
  number: number,
  coverage: Coverage,
  steps: () => Iterable<Step>,
): Promise<LivedHistory> {
  const lived: LivedHistory = { steps: [], story: [], hash: 0, minutes: 0, error: undefined };
  try {
    await world.reset(seed, number);
    world.outside.onTold = (told) => lookAtTelling(world, told);
    await world.look();
    for (const step of steps()) {
      lived.steps.push(step);
      const happened = await liveStep(world, step);
      if (happened) lived.story.push(happened.words);
      else lived.steps.pop();
      if (happened?.isMet) count(coverage, step);
    }
    lived.minutes = await settle(world);
    await lookAtEnd(world);
  } catch (error) {
    lived.error = error as Error;
    const last = lived.steps.at(-1);
    if (last && lived.story.length < lived.steps.length) lived.story.push(wordsFor(last));
  }
  lived.hash = world.hash;
  return lived;
}

/** Of a step that did not end. */
function wordsFor({ event, fault }: Step): string {
  const { who = '', name = '' } = EVENTS[event] ?? {};
  return `${who} ${name}${fault > 0 ? ` (${FAULTS[fault]?.name})` : ''}`;
}

/** Of what can happen now one thing, and what goes wrong with it. */
function drawStep(world: World, draw: ReturnType<typeof randomOf>): Step {
  const possible = EVENTS.map(({ subjects, weight }) => (subjects(world).length > 0 ? weight : 0));
  const event = weighted(possible, draw.next());
  const chosen = EVENTS[event];
  const faults = FAULTS.map((fault) => (chosen && canMeet(fault, chosen) ? fault.weight : 0));
  const fault = weighted(faults, draw.next());
  return { event, fault, seed: draw.int(2 ** 31) };
}

function weighted(weights: readonly number[], share: number): number {
  let left = share * weights.reduce((sum, one) => sum + one, 0);
  return weights.findIndex((weight) => (left -= weight) < 0);
}
