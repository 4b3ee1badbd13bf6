import { embeddedFolder, loadConfig } from '../config/config';
import { lockDataDir } from '../database/embedded/lock-data-dir';
import type { Command } from './command';
import { askApi } from './socket/ask-api';
import type { Terminal } from './terminal';

/** Has the command carried out: by the API that has the embedded database open, or else in this process. */
export async function answerTo(terminal: Terminal, command: Command): Promise<object> {
  const folder = embeddedFolder(terminal.env);
  const answer = folder && (await askApi(folder, command, terminal));
  if (answer) return answer;
  const config = loadConfig(terminal.env, 'command');
  lockDataDir(config);
  const { runAlone } = await import('./run-command');
  return runAlone(config, command, terminal);
}
