import type { Random } from '../machine/random';
import type { Replica } from '../machine/replica';
import type { World } from '../world/world';

/** What one process is asked to do. It ends when the answer is there; of a process that is stopped, never. */
export type Act = (replica: Replica) => Promise<void>;

/** A process of the shop; Stripe's API; somebody who waits for an answer. */
export type Part = 'shop' | 'stripe' | 'answer';

/** Something that can happen. */
export interface WorldEvent {
  who: string;
  /** A verb and what follows, for the story. */
  name: string;
  /** How often it is drawn, compared with the others. */
  weight: number;
  /** What takes part in it besides the world outside, and so can fail in it. */
  needs: readonly Part[];
  /**
   * What it can be about in this world; empty: it cannot happen now. Looked at again when a history is lived again
   * without some of its steps.
   */
  subjects: (world: World) => readonly unknown[];
  /**
   * Lets it happen to one of its subjects.
   * @returns what processes of the shop are asked to do because of it, the first one by itself
   */
  happen: (world: World, subject: never, draw: Random) => Act[] | Promise<Act[]>;
}

/** Types an event against its subjects, and erases their type. */
export function event<Subject>(
  given: Omit<WorldEvent, 'subjects' | 'happen'> & {
    subjects: (world: World) => readonly Subject[];
    happen: (world: World, subject: Subject, draw: Random) => Act[] | Promise<Act[]>;
  },
): WorldEvent {
  return given;
}

/** Nothing in particular: it can always happen. */
export const ALWAYS = () => [null];

/** One of a list. */
export function pick<T>(draw: Random, list: readonly T[]): T {
  const found = list[draw.int(list.length)];
  if (found === undefined) throw new Error('There is nothing to pick from.');
  return found;
}
