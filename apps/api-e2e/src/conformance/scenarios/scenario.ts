import type { Answer } from '@shop/shop-harness/network/http-client';
import type { ConformanceShop } from '../conformance-shop';
import type { EnvironmentName } from '../environments';

/** How to get a documented answer, and in which environment. */
export interface Scenario {
  environment: EnvironmentName;
  ask: (shop: ConformanceShop) => Promise<Answer>;
}

/** Scenarios by the name of the answer: `start 409 OUT_OF_STOCK`. */
export type Scenarios = Record<string, Scenario>;

type Asking = Scenario['ask'];

export const usual = (ask: Asking): Scenario => ({ environment: 'usual', ask });
export const stripeGone = (ask: Asking): Scenario => ({ environment: 'stripeGone', ask });
export const stripeRefuses = (ask: Asking): Scenario => ({ environment: 'stripeRefuses', ask });
export const databaseBroken = (ask: Asking): Scenario => ({ environment: 'databaseBroken', ask });
export const databaseUnavailable = (ask: Asking): Scenario => ({
  environment: 'databaseUnavailable',
  ask,
});

/** A JSON body over every size limit except the webhook's. */
export const TOO_LARGE = { padding: 'a'.repeat(33 * 1024) };

export const FOREIGN = { origin: 'https://elsewhere.example' };
