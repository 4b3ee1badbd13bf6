import { execFile, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { chown, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { freePort } from '../free-port.ts';
import { findFolderOf, findUnprivileged } from './find-program.ts';

const run = promisify(execFile);

/** A PostgreSQL server of our own in a temporary folder, which may be treated badly. */
export interface PostgresCluster {
  url: string;
  port: number;
  /** Ends it as a crash does: no checkpoint, every connection cut (PostgreSQL's immediate shutdown). */
  stopImmediately: () => Promise<void>;
  /** Starts it again; resolves at the moment it says that it is ready to accept connections. */
  start: () => Promise<void>;
  /** Stops it and removes the folder. */
  close: () => Promise<void>;
}

/**
 * @param closing told of `close` as soon as there is something to close; gives back the one to use
 * @param durable whether what is committed survives the machine's end as well, and not only the server's
 * @returns undefined where PostgreSQL is not installed, or this user may not run it
 */
export async function createPostgresCluster(
  closing = (close: () => Promise<void>) => close,
  durable = false,
): Promise<PostgresCluster | undefined> {
  const bin = await findPostgresFolder(['initdb', 'postgres']);
  const owner = await findUnprivileged();
  if (!bin || !owner) return undefined;

  const folder = await mkdtemp(join(tmpdir(), 'postgres-'));
  const close = closing(async () => {
    await stop();
    await rm(folder, { recursive: true, force: true });
  });
  let server: ChildProcess | undefined;
  const stop = async () => {
    if (!server || server.exitCode !== null || server.signalCode !== null) return;
    const ended = new Promise((resolve) => server?.once('close', resolve));
    server.kill('SIGQUIT');
    await ended;
  };
  const port = await freePort();
  const start = async () => {
    server = spawn(join(bin, 'postgres'), serverOptions(folder, port, durable), {
      ...owner,
      stdio: ['ignore', 'ignore', 'pipe'],
      // A group of its own: Ctrl-C is for whoever started it, who stops it last.
      detached: true,
    });
    await untilReady(server);
  };
  try {
    if (owner.uid !== undefined) await chown(folder, owner.uid, owner.gid ?? owner.uid);
    await run(
      join(bin, 'initdb'),
      ['-D', folder, '-U', 'shop', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'],
      owner,
    );
    await start();
  } catch (error) {
    await close();
    throw error;
  }
  return {
    url: `postgres://shop@127.0.0.1:${port}/postgres`,
    port,
    stopImmediately: stop,
    start,
    close,
  };
}

const SETTINGS = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=200'];

const serverOptions = (folder: string, port: number, durable: boolean) => [
  ...['-D', folder, '-p', String(port)],
  ...[...SETTINGS, `fsync=${durable ? 'on' : 'off'}`].flatMap((setting) => ['-c', setting]),
];

function untilReady(server: ChildProcess): Promise<void> {
  const said: string[] = [];
  return new Promise((resolve, reject) => {
    if (server.stderr) {
      createInterface({ input: server.stderr }).on('line', (line) => {
        said.push(line);
        if (said.length > 20) said.shift();
        if (line.includes('ready to accept connections')) resolve();
      });
    }
    server.once('error', reject);
    server.once('close', () => reject(new Error(`PostgreSQL ended:\n${said.join('\n')}`)));
  });
}

/**
 * The folder of PostgreSQL's programs, of the newest that has all of these: Debian keeps them out of PATH.
 * @returns undefined where they are not installed
 */
export async function findPostgresFolder(programs: string[]): Promise<string | undefined> {
  const debian = '/usr/lib/postgresql';
  const versions = await readdir(debian).catch(() => []);
  const folders = versions
    .sort((a, b) => Number(b) - Number(a))
    .map((version) => join(debian, version, 'bin'));
  return findFolderOf(programs, folders);
}
