import { generate } from '../decisions/generate';
import { newCoverage, runHistory } from '../decisions/run-history';
import type { RangeResult } from '../decisions/run-range';
import { shrink } from '../decisions/shrink';
import { story } from '../decisions/story';
import { commitNow } from './commit-now';

/** Prints what broke: the command that lives it again, and the shortest history that breaks the same. */
export function tellFailure(
  seed: number,
  { number, steps, message }: NonNullable<RangeResult['failure']>,
  bug: string | undefined,
): void {
  const shrunk = shrink(steps, new Error(message));
  console.log(`
History ${number} breaks a promise; shrunk from ${steps.length} steps to ${shrunk.length}, commit ${commitNow()}. Again:
  npm run simulate -- --tier a --seed ${seed} --history ${number}${bug ? ` --bug ${bug}` : ''}
${story(shrunk).join('\n')}
`);
  process.exitCode = 1;
}

/** Lives one history and tells it in words. */
export function tellHistory(seed: number, number: number, bug: string | undefined): void {
  const { steps, error } = runHistory(generate(seed, number), newCoverage());
  if (error) tellFailure(seed, { number, steps, message: error.message }, bug);
  else console.log(story(steps).join('\n'));
}
