import { loadConfig } from '../config/config';
import { lockDataDir } from '../database/embedded/lock-data-dir';
import { print } from './print';
import { readArguments } from './read-arguments';
import { STAFF_HELP } from './staff-help';
import type { Terminal } from './terminal';

const options = {
  role: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** `npm run staff` */
export async function staff(terminal: Terminal): Promise<void> {
  const { values, positionals } = readArguments(terminal, { allowPositionals: true, options });
  const [command = '', ...rest] = positionals;
  if (values.help || !command) {
    terminal.answer(STAFF_HELP);
    return;
  }
  const config = loadConfig(terminal.env, 'command');
  lockDataDir(config);
  const { runStaffCommand } = await import('./run-command');
  print(
    terminal,
    await runStaffCommand(terminal, config, command, rest, values),
    Boolean(values.json),
  );
}
