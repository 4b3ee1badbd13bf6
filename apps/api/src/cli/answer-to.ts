import { embeddedFolder, loadConfig } from '../config/config';
import { lockDataDir } from '../database/embedded/lock-data-dir';
import type { Command } from './command';
import { askApi } from './socket/ask-api';
import { ownTerminal } from './terminal';

/** Has the command carried out: by the API that has the embedded database open, or else in this process. */
export async function answerTo(command: Command): Promise<object> {
  const folder = embeddedFolder();
  const answer = folder && (await askApi(folder, command, ownTerminal));
  if (answer) return answer;
  const config = loadConfig(undefined, 'command');
  lockDataDir(config);
  const { runAlone } = await import('./run-command');
  return runAlone(config, command, ownTerminal);
}
