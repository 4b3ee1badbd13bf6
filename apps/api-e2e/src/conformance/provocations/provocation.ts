import type { Answer } from '../../network/http-client';
import type { ConformanceShop } from '../conformance-shop';
import type { World } from '../worlds';

/** How to get an answer that the document promises, and where. */
export interface Provocation {
  world: World;
  ask: (shop: ConformanceShop) => Promise<Answer>;
}

/** By the name of the answer: `start 409 OUT_OF_STOCK`. */
export type Provocations = Record<string, Provocation>;

type Asking = Provocation['ask'];

export const usual = (ask: Asking): Provocation => ({ world: 'usual', ask });
export const stripeGone = (ask: Asking): Provocation => ({ world: 'stripeGone', ask });
export const databaseBroken = (ask: Asking): Provocation => ({ world: 'databaseBroken', ask });
export const databaseUnavailable = (ask: Asking): Provocation => ({
  world: 'databaseUnavailable',
  ask,
});

/** JSON over every limit but the webhook's. */
export const TOO_LARGE = { padding: 'a'.repeat(33 * 1024) };

export const FOREIGN = { origin: 'https://elsewhere.example' };
