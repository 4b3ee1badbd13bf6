import { pick, seededRandom } from '@shop/shop-harness/random';
import { EVENTS } from './events';
import { PREFIXES } from './prefixes';
import type { Step } from './run-history';
import type { World } from './world';

const FEWEST = 4;
const MOST = 20;
const TRIES = 4;
const ARGS = 64;

/** Every third step reads, so that what happens at Stripe is noticed; all others are as likely as each other. */
const READS = 3;
const READ: Step = [0, 0];

/** The steps of one history: the same seed and number give the same. Events that are possible are preferred. */
export function generate(seed: number, number: number): (world: World) => Step | undefined {
  const random = seededRandom(
    Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(number + 1, 0xc2b2ae35),
  );
  const below = (limit: number) => Math.floor(random() * limit);
  const prefix = pick(random, PREFIXES);
  let left = FEWEST + below(MOST - FEWEST);
  let at = 0;
  return (world) => {
    const first = prefix[at++];
    if (first !== undefined) return [first, below(ARGS)];
    if (left-- <= 0) return undefined;
    if (below(READS) === 0) return READ;
    const arg = below(ARGS);
    for (let turn = 1; turn < TRIES; turn += 1) {
      const place = below(EVENTS.length);
      if (EVENTS[place]?.may(world, arg)) return [place, arg];
    }
    return [below(EVENTS.length), arg];
  };
}
