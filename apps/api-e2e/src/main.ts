import { parseArgs } from 'node:util';
import type { Drill } from './drill';
import { drills } from './drills';
import { closeLeftovers } from './leftovers';
import { runDrill } from './run-drill';

const HELP = `
npm run drills                  every drill, on every database it is for
npm run drills -- <name> …      only these, by name or by the number of the promise
  --short                       the small form that npm test runs
  --database <kind>             embedded or postgres only

Each prints one line of JSON; a miss makes the exit code 1. Progress goes to standard error.
PostgreSQL is the server of TEST_DATABASE_URL, or one that is started for the run.

Drills:
${drills.map(({ name, promise, databases }) => `  ${String(promise).padStart(2)}  ${name.padEnd(20)} ${databases.join(', ')}`).join('\n')}
`;

/** `npm run drills`. The exit code is set. */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      short: { type: 'boolean' },
      database: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) {
    console.log(HELP);
    return;
  }
  const chosen = positionals.length ? positionals.map(find) : drills;
  for (const drill of chosen) {
    for (const database of drill.databases) {
      if (values.database !== undefined && values.database !== database) continue;
      const report = await runDrill(drill, database, values.short ? 'short' : 'full', (progress) =>
        console.error(`${drill.name} (${database}): ${progress}`),
      );
      console.log(JSON.stringify(report));
      if ('ok' in report && !report.ok) process.exitCode = 1;
    }
  }
}

function find(name: string): Drill {
  const drill = drills.find((one) => one.name === name || String(one.promise) === name);
  if (drill) return drill;
  throw new Error(`There is no drill "${name}". npm run drills -- --help lists them.`);
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void closeLeftovers().finally(() => process.exit(1)));
}
try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await closeLeftovers();
}
