import { EVENTS } from './events';
import { settle } from './settle';
import { STATES, stateOf } from './state';
import type { State } from './state';
import { newWorld } from './world';
import type { World } from './world';

/** An event by its place in EVENTS, and the number that chooses within it. */
export type Step = readonly [event: number, arg: number];

export interface Outcome {
  /** What really happened: steps that could not happen are left out. */
  steps: Step[];
  /** Of everything that happened. */
  hash: number;
  /** Why it failed; undefined: every promise was kept. */
  error: Error | undefined;
}

/** Counts of (state × event). */
export type Coverage = Uint32Array;
export const newCoverage = (): Coverage => new Uint32Array(STATES.length * EVENTS.length);
const PLACES = new Map<State, number>(STATES.map((state, place) => [state, place]));

/**
 * Lives one history, and ends it.
 * @param next gives the next step, or undefined at the end; it may look whether an event is possible
 * @param onStep is told what happened, for the story
 */
export function runHistory(
  next: (world: World) => Step | undefined,
  coverage: Coverage,
  onStep?: (step: Step, world: World) => void,
): Outcome {
  const world = newWorld();
  const steps: Step[] = [];
  let hash = 0x811c9dc5;
  const mix = (value: number) => (hash = Math.imul(hash ^ value, 0x01000193));
  try {
    for (let step = next(world); step; step = next(world)) {
      const [place, arg] = step;
      const event = EVENTS[place];
      if (!event?.may(world, arg)) continue;
      steps.push(step);
      const state = PLACES.get(stateOf(world.order)) ?? 0;
      const cell = state * EVENTS.length + place;
      coverage[cell] = (coverage[cell] ?? 0) + 1;
      event.run(world, arg);
      for (const value of [
        place,
        arg,
        state,
        world.order.version,
        world.steps.length,
        world.order.refundedMinor,
      ])
        mix(value);
      onStep?.(step, world);
    }
    settle(world);
    mix(PLACES.get(stateOf(world.order)) ?? 0);
  } catch (error) {
    return { steps, hash: hash >>> 0, error: error as Error };
  }
  return { steps, hash: hash >>> 0, error: undefined };
}
