import { parseArgs } from 'node:util';
import { loadConfig } from '../config/config';
import { lockDataDir } from '../database/embedded/lock-data-dir';
import { UsageError } from './command-error';
import { endWith } from './end-with';
import { HELP } from './help';
import { print } from './print';

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

main().catch(endWith);
