import { judgeCoverage, coverageTable, newCoverage } from '../system/history/coverage';
import { liveHistory, liveSteps } from '../system/history/run-history';
import { runRange, theWorld, together } from '../system/history/run-range';
import type { RangeResult } from '../system/history/run-range';
import { shrink } from '../system/history/shrink';
import { commitNow } from './commit-now';
import type { Options } from './options';
import { runPart } from './run-part';

const HISTORIES = 500;
/** With fewer, what never happened may be chance. */
const ENOUGH_FOR_COVERAGE = 3000;

/** Lives histories of the whole system, and says how it went. Sets the exit code. */
export async function runTierB(options: Options): Promise<void> {
  const { seed, histories = HISTORIES, threads, bug } = options;
  // A clock of its own: the histories have taken the usual one.
  const start = process.hrtime.bigint();
  const parts = Array.from({ length: threads }, (_, from) => ({
    seed,
    from,
    histories,
    stride: threads,
  }));
  const result = together(
    threads === 1
      ? await Promise.all(parts.map(runRange))
      : await Promise.all(parts.map((part) => runPart<RangeResult>({ ...part, bug, tier: 'b' }))),
  );
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  console.log(
    `Tier b, seed ${seed}, commit ${commitNow()}: ${result.histories} histories of ${result.steps} steps in ` +
      `${seconds.toFixed(1)} s, ${(result.histories / seconds).toFixed(1)} a second, trace ${result.hash.toString(16)}.`,
  );
  console.log(
    `Everything was told ${result.minutes} virtual minutes after the last fault, at the latest.`,
  );
  const { possible, reached, rarest, wrong } = judgeCoverage(result.coverage);
  if (options.coverage) console.log(coverageTable(result.coverage).join('\n'));
  console.log(
    `${reached} of ${possible} pairs of event and fault happened; the rarest: ${rarest}.`,
  );
  if (result.failure) await tellFailure(seed, result.failure, bug);
  if (result.failure || result.histories < ENOUGH_FOR_COVERAGE) return;
  for (const line of wrong) console.log(line);
  if (wrong.length > 0) process.exitCode = 1;
}

/** Lives one history and tells it in words. */
export async function tellHistoryB({ seed, bug }: Options, number: number): Promise<void> {
  const lived = await liveHistory(await theWorld(), seed, number, newCoverage());
  const { steps, error, hash } = lived;
  if (error) await tellFailure(seed, { number, steps, message: error.message }, bug);
  else console.log(`${numbered(lived.story)}\nTrace ${hash.toString(16)}.`);
}

async function tellFailure(
  seed: number,
  { number, steps }: NonNullable<RangeResult['failure']>,
  bug: string | undefined,
): Promise<void> {
  const world = await theWorld();
  const whole = await liveSteps(world, seed, number, steps);
  const { story, steps: left, error } = await shrink(world, seed, number, whole);
  console.log(`
History ${number} breaks a promise; shrunk from ${steps.length} steps to ${left.length}, commit ${commitNow()}. Again:
  npm run simulate -- --tier b --seed ${seed} --history ${number}${bug ? ` --bug ${bug}` : ''}
${numbered(story)}
Broken: ${error?.message ?? 'nothing, when it was lived again'}
`);
  process.exitCode = 1;
}

const numbered = (lines: readonly string[]) =>
  lines.map((line, at) => `${at + 1}. ${line}`).join('\n');
