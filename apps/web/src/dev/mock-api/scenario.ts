import { confirmationStates, type ConfirmationState } from '@shop/contract';
import { exampleNames, type ExampleName } from './example';
import { variantNames, type VariantName } from './variants';

/** What the mocked API answers. */
export type Scenario = {
  state: ConfirmationState;
  view: 'full' | 'masked';
  /** How the order differs from the contract's example; null: not at all. */
  variant: VariantName | null;
  latencyMs: number;
  /** How every route fails; null: no route fails. */
  failure: Failure | null;
};

/** A problem of the contract, or no answer at all. */
export type Failure = Extract<ExampleName, `problem-${string}`> | 'no-connection';

export const usualScenario: Scenario = {
  state: 'confirmed',
  view: 'full',
  variant: null,
  latencyMs: 0,
  failure: null,
};

export const choices = {
  state: confirmationStates,
  view: ['full', 'masked'],
  variant: [null, ...variantNames],
  latencyMs: [0, 400, 2000, 10_000, 20_000],
  failure: [null, 'no-connection', ...exampleNames.filter(isProblem)],
} as const;

function isProblem(name: ExampleName): name is Extract<ExampleName, `problem-${string}`> {
  return name.startsWith('problem-');
}

const KEY = 'dev.scenario';

export function readScenario(): Scenario {
  const kept = window.sessionStorage.getItem(KEY);
  return { ...usualScenario, ...(kept && (JSON.parse(kept) as Partial<Scenario>)) };
}

export function keepScenario(scenario: Scenario): void {
  window.sessionStorage.setItem(KEY, JSON.stringify(scenario));
}
