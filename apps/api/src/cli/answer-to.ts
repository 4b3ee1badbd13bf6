import { embeddedFolder, loadConfig } from '../config/config';
import type { Role } from '../config/config';
import { lockDataDir } from '../database/embedded/lock-data-dir';
import type { Command } from './command';
import { askApi } from './socket/ask-api';
import type { Terminal } from './terminal';

/** Has the command carried out: by the API that has the embedded database open, or else in this process. */
export async function answerTo(terminal: Terminal, command: Command): Promise<object> {
  const folder = embeddedFolder(terminal.env);
  const answer = folder && (await askApi(folder, command, terminal));
  if (answer) return answer;
  const config = loadConfig(terminal.env, roleOf(command));
  lockDataDir(config);
  const { runAlone } = await import('./run-command');
  return runAlone(config, command, terminal);
}

/**
 * A dump may be of an older version. What its orders have to tell must be held before a start runs jobs, so no start can
 * have brought its tables up to date.
 */
const roleOf = ({ program, name, args: [what] }: Command): Role =>
  program === 'orders' && name === 'restored' && what === 'hold' ? 'restore' : 'command';
