import { EVENTS } from '../events/events';
import { canMeet, FAULTS } from './faults';
import type { Step } from './step';

/** How often each fault met each event: a row for each event. */
export type Coverage = number[];

export const newCoverage = (): Coverage =>
  Array.from({ length: EVENTS.length * FAULTS.length }, () => 0);

export function count(coverage: Coverage, { event, fault }: Step): void {
  const at = event * FAULTS.length + fault;
  coverage[at] = (coverage[at] ?? 0) + 1;
}

/** Which pairs of event and fault can happen, and which of them did not. */
export function judgeCoverage(coverage: Coverage) {
  const pairs = EVENTS.flatMap((event, row) =>
    FAULTS.map((fault, column) => ({
      name: `${event.who} ${event.name} × ${fault.name}`,
      count: coverage[row * FAULTS.length + column] ?? 0,
      isPossible: canMeet(fault, event),
    })),
  ).filter(({ isPossible }) => isPossible);
  const rarest = pairs.toSorted((a, b) => a.count - b.count)[0];
  return {
    possible: pairs.length,
    reached: pairs.filter((pair) => pair.count > 0).length,
    rarest: rarest && `${rarest.name} (${rarest.count})`,
    wrong: pairs.filter((pair) => pair.count === 0).map(({ name }) => `${name} never happened`),
  };
}

/** A row for each event, a column for each fault. */
export const coverageTable = (coverage: Coverage): string[] => [
  `${''.padEnd(66)}${FAULTS.map((_, column) => `f${column}`.padStart(7)).join('')}`,
  ...EVENTS.map(({ who, name }, row) => {
    const counts = FAULTS.map((_, column) => coverage[row * FAULTS.length + column] ?? 0);
    return `${who} ${name}`.padEnd(66) + counts.map((one) => String(one).padStart(7)).join('');
  }),
  FAULTS.map(({ name }, column) => `f${column} ${name}`).join(', '),
];
