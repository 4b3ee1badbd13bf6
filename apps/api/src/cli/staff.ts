import { loadConfig } from '../config/config';
import { lockDataDir } from '../database/embedded/lock-data-dir';
import { endWith } from './end-with';
import { print } from './print';
import { readArguments } from './read-arguments';
import { STAFF_HELP } from './staff-help';

const options = {
  role: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

async function main(): Promise<void> {
  const { values, positionals } = readArguments({ allowPositionals: true, options });
  const [command = '', ...rest] = positionals;
  if (values.help || !command) {
    console.log(STAFF_HELP);
    return;
  }
  const config = loadConfig(undefined, 'command');
  lockDataDir(config);
  const { runStaffCommand } = await import('./run-command');
  print(await runStaffCommand(config, command, rest, values), Boolean(values.json));
}

main().catch(endWith);
