import type { Answer } from '@shop/shop-harness/network/http-client';
import type { ConformanceShop } from '../conformance-shop';
import type { EnvironmentName } from '../environments';

/** How to get an answer that the document promises, and where. */
export interface Scenario {
  environment: EnvironmentName;
  ask: (shop: ConformanceShop) => Promise<Answer>;
}

/** By the name of the answer: `start 409 OUT_OF_STOCK`. */
export type Scenarios = Record<string, Scenario>;

type Asking = Scenario['ask'];

export const usual = (ask: Asking): Scenario => ({ environment: 'usual', ask });
export const stripeGone = (ask: Asking): Scenario => ({ environment: 'stripeGone', ask });
export const databaseBroken = (ask: Asking): Scenario => ({ environment: 'databaseBroken', ask });
export const databaseUnavailable = (ask: Asking): Scenario => ({
  environment: 'databaseUnavailable',
  ask,
});

/** JSON over every limit but the webhook's. */
export const TOO_LARGE = { padding: 'a'.repeat(33 * 1024) };

export const FOREIGN = { origin: 'https://elsewhere.example' };
