import { parseArgs } from 'node:util';
import { loadConfig } from '../config/config';
import { lockDataDir } from '../database/embedded/lock-data-dir';
import { explainStart } from '../explain-start';
import { CommandError, UsageError } from './command-error';
import { print } from './print';

const HELP = `
npm run orders -- show <session | order number | e-mail>   Stripe's state, ours, every event, who moved it
npm run orders -- sync <session>                           read the session again and bring its order in line
npm run orders -- replay <event>                           act on an event again (queued for the workers)
npm run orders -- retry-dead                               give jobs that failed for good another life
npm run orders -- review                                   orders that wait for a person to decide
npm run orders -- resolve <session | order number> --as <decision> --reason "<why>"
                                                           decide; Stripe is asked again first
  paid        what was paid is accepted: deliver. Not taken back: a refund in Stripe is what is left
  refused     deliver nothing. Stripe must hold no money for it: refund it there first
  dismissed   the alert was about something else, such as a second payment that is refunded: go on as before
  reopened    take back a refusal or a dismissal: the order waits for a decision again

  --json   one JSON document instead of text
  --help   this text

It reads the same variables as the API, also from a file .env. The embedded database belongs to one process: stop the
API first. Exit code 0: done; 1: not possible, and why; 2: called with the wrong words.
`;

const options = {
  as: { type: 'string' },
  reason: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

function readArguments() {
  try {
    return parseArgs({ allowPositionals: true, options });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

async function main(): Promise<void> {
  const { values, positionals } = readArguments();
  const [command = '', ...rest] = positionals;
  if (values.help || !command) {
    console.log(HELP);
    return;
  }
  const config = loadConfig(undefined, 'command');
  lockDataDir(config);
  const { runCommand } = await import('./run-command');
  print(await runCommand(config, command, rest, values), Boolean(values.json));
}

main().catch((error: unknown) => {
  console.error(error instanceof CommandError ? error.message : explainStart(error));
  process.exit(error instanceof CommandError ? error.exitCode : 1);
});
