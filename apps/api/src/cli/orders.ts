import { loadConfig } from '../config/config';
import { lockDataDir } from '../database/embedded/lock-data-dir';
import { endWith } from './end-with';
import { HELP } from './help';
import { print } from './print';
import { readArguments } from './read-arguments';
import { shipmentOptions } from './shipment-options';

const options = {
  as: { type: 'string' },
  reason: { type: 'string' },
  step: { type: 'string' },
  since: { type: 'string' },
  ...shipmentOptions,
  out: { type: 'string' },
  force: { type: 'boolean' },
  yes: { type: 'boolean' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

async function main(): Promise<void> {
  const { values, positionals } = readArguments({ allowPositionals: true, options });
  const [command = '', ...rest] = positionals;
  if (values.help || !command) {
    console.log(HELP);
    return;
  }
  const config = loadConfig(undefined, 'command');
  lockDataDir(config);
  const { runCommand } = await import('./run-command');
  // What is held of a person is handed on, so it is always a document.
  const isJson = values.json === true || command === 'export';
  print(await runCommand(config, command, rest, values), isJson);
}

main().catch(endWith);
