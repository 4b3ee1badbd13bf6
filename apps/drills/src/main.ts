import { parseArgs } from 'node:util';
import { readLines, whereNow } from '@shop/shop-harness/results/gathered-lines';
import { runMain } from '@shop/shop-harness/run-main';
import type { Drill } from './drill';
import { drills } from './drills';
import type { Run } from './results/results-table';
import { writeResults } from './results/write-results';
import { runDrill } from './run-drill';
import type { Report } from './run-drill';

const HELP = `
npm run drills                  every drill, on every database it is for
npm run drills -- <name> …      only these, by name or by the number of the promise
  --short                       the small form that npm test runs
  --database <kind>             embedded or postgres only
  --table                       write the results to docs/drills.md and to the README
  --from <file>                 with --table: take the lines of an earlier run instead of running

Each prints one line of JSON; a miss makes the exit code 1. The first line says what machine it is. Progress goes to
standard error. PostgreSQL is the server of TEST_DATABASE_URL, or one that is started for the run.

Drills:
${drills.map(({ name, promise, databases }) => `  ${String(promise).padStart(2)}  ${name.padEnd(20)} ${databases.join(', ')}`).join('\n')}
`;

/** The command `npm run drills`. It sets the exit code. */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      short: { type: 'boolean' },
      database: { type: 'string' },
      table: { type: 'boolean' },
      from: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) {
    console.log(HELP);
    return;
  }
  const chosen = positionals.length ? positionals.map(find) : drills;
  const run =
    values.from === undefined
      ? await runAll(chosen, values.short ? 'short' : 'full', values.database)
      : await readLines<Report>(values.from);
  if (values.table) await writeResults(run, drills);
}

async function runAll(
  chosen: readonly Drill[],
  length: 'short' | 'full',
  onlyOn: string | undefined,
): Promise<Run> {
  const reports: Report[] = [];
  const where = await whereNow();
  console.log(JSON.stringify(where));
  for (const drill of chosen) {
    for (const database of drill.databases) {
      if (onlyOn !== undefined && onlyOn !== database) continue;
      const report = await runDrill(drill, database, length, (progress) =>
        console.error(`${drill.name} (${database}): ${progress}`),
      );
      console.log(JSON.stringify(report));
      if ('ok' in report && !report.ok) process.exitCode = 1;
      reports.push(report);
    }
  }
  return { ...where, reports };
}

function find(name: string): Drill {
  const drill = drills.find((one) => one.name === name || String(one.promise) === name);
  if (drill) return drill;
  throw new Error(`There is no drill "${name}". npm run drills -- --help lists them.`);
}

await runMain(main);
