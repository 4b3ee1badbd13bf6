/**
 * Shows that each team can work without the other. The script copies the repository without the other team's apps, then
 * lints, typechecks, builds, tests and starts the rest. Run as `npm run check:alone`, or with `-- web` or `-- api` for one.
 */
import { parseArgs } from 'node:util';
import { tryDevApi, tryDevWeb } from '../checks/copies/dev-servers.ts';
import { halves } from '../checks/copies/halves.ts';
import type { Half } from '../checks/copies/halves.ts';
import { RepositoryCopy } from '../checks/copies/repository-copy.ts';

/** The checks of the whole repository do not apply to a half. */
const TARGETS =
  'nx run-many -t lint typecheck build test --exclude workspace --output-style=static';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { help: { type: 'boolean', short: 'h' } },
});

if (values.help) {
  console.log(`npm run check:alone [-- web | api]

Shows that each team can work without the other. In a temporary copy of the repository without the other's apps its own
are linted, typechecked, built, tested and started. Ends with 1 when one of that fails. Some minutes for each:

${Object.entries(halves)
  .map(([half, { without }]) => `  ${half}  without ${without.join(', ')}`)
  .join('\n')}`);
  process.exit();
}

const wanted = positionals.length > 0 ? positionals : Object.keys(halves);
const unknown = wanted.find((name) => !(name in halves));
if (unknown) {
  console.error(`There is no half "${unknown}": web or api, or neither for both.`);
  process.exit(2);
}
for (const half of wanted as Half[]) await check(half);

async function check(half: Half): Promise<void> {
  const { without } = halves[half];
  console.log(`${half}: a copy without ${without.join(', ')}`);
  await using copy = await RepositoryCopy.make({ without });
  const { code, output } = await copy.run(`npx ${TARGETS}`);
  if (code !== 0) {
    console.error(output);
    console.error(`${half} does not pass on its own.`);
    process.exitCode = 1;
    return;
  }
  console.log(`${half}: linted, typechecked, built and tested (${tasksIn(output)} tasks)`);
  await (half === 'web' ? tryDevWeb(copy) : tryDevApi(copy));
  console.log(`${half}: started by npm run dev:${half}, answered, and stopped`);
}

function tasksIn(output: string): number {
  return output.match(/^> nx run /gm)?.length ?? 0;
}
