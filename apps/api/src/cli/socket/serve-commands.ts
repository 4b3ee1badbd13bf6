import { once } from 'node:events';
import { chmod, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { Socket } from 'node:net';
import { createInterface } from 'node:readline';
import type { Interface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import type { INestApplicationContext } from '@nestjs/common';
import { commandSchema } from '../command';
import { CommandError } from '../command-error';
import { explainFailure } from '../explain-failure';
import type { runCommand } from '../run-command';
import { reply } from './messages';
import { socketFile, withSocketPath } from './socket-path';

/**
 * Takes commands on a socket in the folder of the embedded database, which this process has locked: nobody else can open
 * it meanwhile. Only the same user can write into the socket.
 * @param run carries one out
 * @param timeToEndMs for commands that still run when it ends
 * @returns takes no more, and resolves when those under way are done or their time is up
 */
export async function serveCommands(
  app: INestApplicationContext,
  dataDir: string,
  run: typeof runCommand,
  timeToEndMs: number,
): Promise<() => Promise<void>> {
  const running = new Map<Interface, Promise<void>>();
  const server = createServer((socket) => {
    // Whoever has typed the command has gone. It is carried out all the same.
    socket.on('error', () => socket.destroy());
    const lines = createInterface({ input: socket });
    const done = converse(app, run, socket, lines).finally(() => running.delete(lines));
    running.set(lines, done);
  });
  await withSocketPath(dataDir, async (path) => {
    // Since the folder is locked by us, a socket in it was left by a process that was killed.
    await removeSocket(dataDir);
    server.listen(path);
    await once(server, 'listening');
    if (process.platform !== 'win32') await chmod(path, 0o600);
  });
  return async () => {
    server.close();
    await removeSocket(dataDir);
    // A question that waits for its answer is answered: no.
    for (const lines of running.keys()) lines.close();
    await Promise.race([
      Promise.all(running.values()),
      sleep(timeToEndMs, undefined, { ref: false }),
    ]);
  };
}

async function removeSocket(dataDir: string): Promise<void> {
  if (process.platform !== 'win32') await rm(socketFile(dataDir), { force: true });
}

/** One command, and all that is said about it. */
async function converse(
  app: INestApplicationContext,
  run: typeof runCommand,
  socket: Socket,
  input: Interface,
): Promise<void> {
  const lines = input[Symbol.asyncIterator]();
  const hear = async (): Promise<unknown> => {
    const { done, value } = await lines.next();
    return done ? undefined : JSON.parse(value);
  };
  const terminal = {
    say: (say: string) => reply(socket, { say }),
    confirm: async (ask: string) => {
      reply(socket, { ask });
      return (await hear()) === true;
    },
  };
  try {
    const command = commandSchema.parse(await hear());
    reply(socket, { answer: await run(app, command, terminal) });
  } catch (error) {
    const exitCode = error instanceof CommandError ? error.exitCode : 1;
    reply(socket, { failure: explainFailure(error), exitCode });
  } finally {
    socket.end();
  }
}
