import { parseArgs } from 'node:util';
import { loadConfig } from '../config/config';
import { holdDataDir } from '../database/hold-data-dir';
import { explainStart } from '../explain-start';
import { CommandError } from './command-error';
import { print } from './print';

const HELP = `
npm run orders -- show <session | order number | e-mail>   Stripe's state, ours, every event, who moved it
npm run orders -- sync <session>                           read the session again and bring its order in line
npm run orders -- replay <event>                           act on an event again (queued for the workers)
npm run orders -- retry-dead                               give jobs that failed for good another life

  --json   one JSON document instead of text
  --help   this text

It reads the same variables as the API. The embedded database belongs to one process: stop the API first.
`;

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
  });
  const [command = '', ...rest] = positionals;
  if (values.help || !command) {
    console.log(HELP);
    return;
  }
  const config = loadConfig(undefined, 'command');
  holdDataDir(config);
  const { runCommand } = await import('./run-command');
  print(await runCommand(config, command, rest), Boolean(values.json));
}

main().catch((error: unknown) => {
  const usage =
    error instanceof CommandError || (error as { code?: string }).code?.startsWith('ERR_PARSE');
  console.error(usage ? (error as Error).message : explainStart(error));
  process.exit(usage ? 2 : 1);
});
