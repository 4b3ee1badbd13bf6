/**
 * Breaks what the checks protect on purpose, each time in a fresh copy of the repository: the contract between the
 * teams, the import directions, a printed command. The named check must fail, and for that reason. Run as
 * `npm run check:breaks`.
 */
import { parseArgs } from 'node:util';
import { deliberateBreaks } from '../checks/copies/deliberate-breaks.ts';
import type { DeliberateBreak } from '../checks/copies/deliberate-break.ts';
import { RepositoryCopy } from '../checks/copies/repository-copy.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { help: { type: 'boolean', short: 'h' } },
});

if (values.help) {
  console.log(`npm run check:breaks [-- number …]

Applies each deliberate break in a temporary copy of the repository, runs the check that must notice it and prints a
line. Ends with 1 when one is not noticed, or the check fails for another reason. Some minutes for all:

${deliberateBreaks.map(({ what, check }, index) => `  ${index + 1}. ${what}\n     ${check}`).join('\n')}`);
  process.exit();
}

const wanted =
  positionals.length > 0 ? positionals.map(Number) : deliberateBreaks.map((_, index) => index + 1);
for (const number of wanted) {
  const deliberate = deliberateBreaks[number - 1];
  if (!deliberate) {
    console.error(`There are breaks 1 to ${deliberateBreaks.length}.`);
    process.exit(2);
  }
  const missed = await whyMissed(deliberate);
  const { what, check } = deliberate;
  console.log(`${missed ? 'MISSED' : 'caught'} ${number}. ${what}: ${check}`);
  if (missed) {
    console.error(missed);
    process.exitCode = 1;
  }
}

/** @returns undefined when the check fails for the expected reason, else why it does not */
async function whyMissed({ apply, check, reason }: DeliberateBreak): Promise<string | undefined> {
  await using copy = await RepositoryCopy.make();
  await apply(copy);
  const { code, output } = await copy.run(check);
  if (code === 0) return 'The check passes.';
  return reason.test(output) ? undefined : `The check fails for another reason:\n${output}`;
}
