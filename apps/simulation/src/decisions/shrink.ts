import fc from 'fast-check';
import { newCoverage, runHistory } from './run-history';
import type { Step } from './run-history';

/** Lives exactly these steps. */
export const replay = (steps: readonly Step[], onStep?: Parameters<typeof runHistory>[2]) => {
  let at = 0;
  return runHistory(() => steps[at++], newCoverage(), onStep);
};

/** What was promised, without the details that change from history to history. */
const promiseOf = (error: Error | undefined) => error?.message.replace(/:.*/s, '');

/** The shortest history, with the smallest numbers, that breaks the same promise. fast-check does the shrinking. */
export function shrink(steps: readonly Step[], error: Error): Step[] {
  const broken = promiseOf(error);
  const breaks = (some: readonly Step[]) => promiseOf(replay(some).error) === broken;
  const fewer = smallest(fc.subarray([...steps]), [...steps], (some) => !breaks(some));
  const args = fewer.map(([, arg]) => arg);
  const withArgs = (numbers: readonly number[]) =>
    fewer.map(([event], at): Step => [event, numbers[at] ?? 0]);
  const smaller = smallest(
    fc.tuple(...args.map((arg) => fc.nat(arg))),
    args,
    (numbers) => !breaks(withArgs(numbers)),
  );
  return withArgs(smaller);
}

function smallest<T>(arbitrary: fc.Arbitrary<T>, example: T, holds: (value: T) => boolean): T {
  const options = { examples: [[example] as [T]], numRuns: 1 };
  const { counterexample } = fc.check(fc.property(arbitrary, holds), options);
  return counterexample?.[0] ?? example;
}
