import { commitNow } from './command/commit-now';
import { HELP, readOptions } from './command/options';
import type { Options } from './command/options';
import { runTierA } from './command/run-tier-a';
import { runPlanted } from './planted/run-planted';
import { tellFailure, tellHistory } from './command/tell-failure';
import { coverageTable, judgeCoverage } from './decisions/coverage';

const HISTORIES = 100_000;
/** With fewer, what never happened may be chance. */
const ENOUGH_FOR_COVERAGE = 50_000;

/** The command `npm run simulate`. It sets the exit code. */
async function main(): Promise<void> {
  const options = readOptions();
  if (options.help) console.log(HELP);
  else if (options.planted) runPlanted();
  else if (options.tier === 'b') await simulateSystem(options);
  else if (options.history !== undefined) tellHistory(options.seed, options.history, options.bug);
  else await simulate(options);
}

/** Loaded when it is asked for: it loads the whole API. */
async function simulateSystem(options: Options): Promise<void> {
  const { runTierB, tellHistoryB } = await import('./command/tier-b');
  if (options.history === undefined) await runTierB(options);
  else await tellHistoryB(options, options.history);
}

async function simulate(options: Options): Promise<void> {
  const { seed, histories = HISTORIES, coverage, bug } = options;
  const start = performance.now();
  const result = await runTierA(options, histories);
  const seconds = (performance.now() - start) / 1000;
  console.log(
    `Tier a, seed ${seed}, commit ${commitNow()}: ${result.histories} histories of ${result.steps} steps in ` +
      `${seconds.toFixed(1)} s, ${Math.round(result.histories / seconds)} a second, trace ${result.hash.toString(16)}.`,
  );
  if (result.failure) tellFailure(seed, result.failure, bug);
  const { possible, reached, rarest, wrong } = judgeCoverage(result.coverage);
  if (coverage) console.log(coverageTable(result.coverage).join('\n'));
  console.log(
    `${reached} of ${possible} pairs of state and event happened; the rarest: ${rarest ?? 'none'}.`,
  );
  if (result.failure || result.histories < ENOUGH_FOR_COVERAGE) return;
  for (const line of wrong) console.log(line);
  if (wrong.length > 0) process.exitCode = 1;
}

await main();
