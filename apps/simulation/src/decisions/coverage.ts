import { EVENTS } from './events';
import type { Coverage } from './run-history';
import { STATES } from './state';
import type { State } from './state';

const PAID = STATES.filter((state) => state.startsWith('paid'));

/** Where an event can happen, if that is not everywhere. An event elsewhere fails the run: then this list is wrong. */
const ONLY: readonly { fits: RegExp; states: readonly State[]; why: string }[] = [
  {
    fits: /^gives up a payment/,
    states: ['processing'],
    why: 'only a payment that waits is given up',
  },
  {
    fits: /^chooses another way/,
    states: ['pending', 'processing', 'needs_review'],
    why: 'what has ended, or is paid, is not chosen again',
  },
  {
    fits: /^says /,
    states: PAID,
    why: 'parcels are sent of paid orders only, and those stay paid',
  },
  { fits: /^withdraws/, states: PAID, why: 'nobody withdraws from what was never paid' },
];

const isPossible = (state: State, event: string) =>
  ONLY.every(({ fits, states }) => !fits.test(event) || states.includes(state));

/** What of (state × event) happened, and what did not although it can, or although it cannot. */
export function judgeCoverage(coverage: Coverage) {
  const pairs = STATES.flatMap((state, row) =>
    EVENTS.map(({ name, who }, column) => ({
      name: `${state} × ${who} ${name}`,
      count: coverage[row * EVENTS.length + column] ?? 0,
      isPossible: isPossible(state, name),
    })),
  );
  const possible = pairs.filter((pair) => pair.isPossible);
  const rarest = possible.toSorted((a, b) => a.count - b.count)[0];
  return {
    possible: possible.length,
    reached: possible.filter(({ count }) => count > 0).length,
    rarest: rarest && `${rarest.name} (${rarest.count})`,
    wrong: pairs
      .filter((pair) => pair.isPossible === (pair.count === 0))
      .map((pair) => `${pair.name} ${pair.isPossible ? 'never happened' : 'happened'}`),
  };
}

/** A row for each event, a column for each state. */
export const coverageTable = (coverage: Coverage): string[] => [
  `${''.padEnd(44)}${STATES.map((_, column) => `s${column + 1}`.padStart(8)).join('')}`,
  ...EVENTS.map(
    ({ name, who }, column) =>
      `${who} ${name}`.padEnd(44) +
      STATES.map((_, row) => String(coverage[row * EVENTS.length + column] ?? 0).padStart(8)).join(
        '',
      ),
  ),
  STATES.map((state, column) => `s${column + 1} ${state}`).join(', '),
];
