import { parseArgs } from 'node:util';
import { findPostgresServer } from '@shop/shop-harness/database/postgres-server';
import { readLines, whereNow } from '@shop/shop-harness/results/gathered-lines';
import { runMain } from '@shop/shop-harness/run-main';
import type { Bench } from './bench';
import { benches } from './benches';
import { benchTable } from './results/bench-table';
import type { BenchRun } from './results/bench-table';
import { comparedTable, compareRuns } from './results/compare-runs';
import { writeBench } from './results/write-bench';
import { runBench } from './run-bench';
import type { Line } from './run-bench';

const HELP = `
npm run bench                   every bench, in full: an hour on a machine that does nothing else
npm run bench -- <name> …       only these
  --quick                       a second or so each, to see that it works; nothing is held to its target
  --json                        lines of JSON alone, without the table at the end
  --table                       write the results to docs/bench.md, and the plot that the README shows
  --from <file>                 take the lines of an earlier run instead of running
  --compare <file>              print this run beside an earlier one; what is worse in every round makes the exit code 1

Every row is a ratio against a baseline that is measured beside it: one line of JSON, and a table at the end. A target
that is missed makes the exit code 1. The first line says what machine it is. Progress goes to standard error.
PostgreSQL is the server of TEST_DATABASE_URL, or one that is started for the run.

Benches:
${benches.map(({ name, says }) => `  ${name.padEnd(14)} ${says}`).join('\n')}
`;

/** The command `npm run bench`. It sets the exit code. */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      quick: { type: 'boolean' },
      json: { type: 'boolean' },
      table: { type: 'boolean' },
      from: { type: 'string' },
      compare: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) {
    console.log(HELP);
    return;
  }
  const chosen = positionals.length ? positionals.map(find) : benches;
  const run =
    values.from === undefined
      ? await runAll(chosen, values.quick ? 'quick' : 'full')
      : await readLines<Line>(values.from);
  if (!values.json) console.log(`\n${benchTable(run)}`);
  if (values.table) await writeBench(run);
  if (values.compare !== undefined) await compare(run, values.compare);
}

async function compare(run: BenchRun, file: string): Promise<void> {
  const before = await readLines<Line>(file);
  console.log(`\n${comparedTable(run, before)}`);
  if (compareRuns(run, before).some(({ change }) => change === 'worse')) process.exitCode = 1;
}

async function runAll(chosen: readonly Bench[], length: 'full' | 'quick'): Promise<BenchRun> {
  const reports: Line[] = [];
  // Durable: a commit that is measured must be flushed to the disk.
  await findPostgresServer(true);
  const where = await whereNow();
  console.log(JSON.stringify(where));
  for (const bench of chosen) {
    const say = (progress: string) => console.error(`${bench.name}: ${progress}`);
    for await (const line of runBench(bench, length, say)) {
      console.log(JSON.stringify(line));
      if ('error' in line || ('reached' in line && !line.reached)) process.exitCode = 1;
      reports.push(line);
    }
  }
  return { ...where, reports };
}

function find(name: string): Bench {
  const bench = benches.find((one) => one.name === name);
  if (bench) return bench;
  throw new Error(`There is no bench "${name}". npm run bench -- --help lists them.`);
}

await runMain(main);
