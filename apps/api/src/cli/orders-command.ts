import { loadConfig } from '../config/config';
import { lockDataDir } from '../database/embedded/lock-data-dir';
import { HELP } from './help';
import { print } from './print';
import { readArguments } from './read-arguments';
import { shipmentOptions } from './shipment-options';
import type { Terminal } from './terminal';

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

/** `npm run orders` */
export async function orders(terminal: Terminal): Promise<void> {
  const { values, positionals } = readArguments(terminal, { allowPositionals: true, options });
  const [command = '', ...rest] = positionals;
  if (values.help || !command) {
    terminal.answer(HELP);
    return;
  }
  const config = loadConfig(terminal.env, 'command');
  lockDataDir(config);
  const { runCommand } = await import('./run-command');
  // What is held of a person is handed on, so it is always a document.
  const isJson = values.json === true || command === 'export';
  print(terminal, await runCommand(terminal, config, command, rest, values), isJson);
}
