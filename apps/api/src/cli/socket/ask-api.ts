import { once } from 'node:events';
import { lstatSync } from 'node:fs';
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { usingDataDir } from '../../database/data-dir-error';
import type { Command } from '../command';
import { CommandError, UsageError } from '../command-error';
import type { Person } from '../terminal';
import { replySchema, write } from './messages';
import { socketFile, withSocketPath } from './socket-path';

/**
 * Has a command carried out by the API that has this folder's database open.
 * @returns its answer; undefined when no API listens there
 * @throws CommandError with what the API says, and its exit code
 */
export async function askApi(
  dataDir: string,
  command: Command,
  person: Person,
): Promise<object | undefined> {
  const socket = await open(dataDir);
  if (!socket) return undefined;
  try {
    write(socket, command);
    for await (const line of createInterface({ input: socket })) {
      const said = replySchema.parse(JSON.parse(line));
      if ('say' in said) person.say(said.say);
      else if ('ask' in said) write(socket, await person.confirm(said.ask));
      else if ('answer' in said) return said.answer;
      else throw new (said.exitCode === 2 ? UsageError : CommandError)(said.failure);
    }
  } finally {
    socket.destroy();
  }
  throw new CommandError('The API has ended before the command was done. Look what is done of it.');
}

/** A socket that a killed API has left answers nobody. */
async function open(dataDir: string): Promise<Socket | undefined> {
  if (!isOwn(dataDir)) return undefined;
  try {
    return await withSocketPath(dataDir, async (path) => {
      const socket = connect(path);
      await once(socket, 'connect');
      return socket;
    });
  } catch {
    return undefined;
  }
}

/** In a folder that many may write to, such as /tmp, the socket could be somebody else's. */
function isOwn(dataDir: string): boolean {
  if (process.platform === 'win32') return true;
  const stat = usingDataDir(dataDir, () =>
    lstatSync(socketFile(dataDir), { throwIfNoEntry: false }),
  );
  return stat?.isSocket() === true && stat.uid === process.geteuid?.();
}
