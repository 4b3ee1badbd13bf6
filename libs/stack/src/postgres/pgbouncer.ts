import { spawn } from 'node:child_process';
import { chown, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../free-port.ts';
import { findFolderOf, findUnprivileged } from './find-program.ts';
import { untilSays } from './until-says.ts';

export interface PgBouncer {
  /** The address of the same database through PgBouncer. */
  url: string;
  close: () => Promise<void>;
}

/** Debian keeps it where only root's PATH leads. */
const DEBIAN = ['/usr/sbin'];

export const hasPgBouncer = (): boolean => findFolderOf(['pgbouncer'], DEBIAN) !== undefined;

/**
 * Starts a PgBouncer of our own in session mode, with its other settings as they are by default, in front of a database.
 * @param databaseUrl postgres://…, without TLS
 * @param settings more lines of its [pgbouncer] section
 * @returns undefined where PgBouncer is not installed, or this user may not run it
 * @throws with what it printed, when it does not start
 */
export async function startPgBouncer(
  databaseUrl: string,
  settings: string[] = [],
): Promise<PgBouncer | undefined> {
  const bin = findFolderOf(['pgbouncer'], DEBIAN);
  const owner = await findUnprivileged();
  if (!bin || !owner) return undefined;
  const port = await freePort();
  const folder = await mkdtemp(join(tmpdir(), 'pgbouncer-'));
  const file = join(folder, 'pgbouncer.ini');
  await writeFile(file, iniOf(new URL(databaseUrl), port, settings), { mode: 0o600 });
  if (owner.uid !== undefined) {
    for (const path of [folder, file]) await chown(path, owner.uid, owner.gid ?? owner.uid);
  }
  const bouncer = spawn(join(bin, 'pgbouncer'), [file], {
    ...owner,
    stdio: ['ignore', 'ignore', 'pipe'],
    // A group of its own: Ctrl-C is for whoever started it, who stops it last.
    detached: true,
  });
  const ended = new Promise<void>((resolve) => bouncer.once('close', () => resolve()));
  const close = async () => {
    bouncer.kill('SIGINT');
    const insist = setTimeout(() => bouncer.kill('SIGKILL'), 5000);
    await ended;
    clearTimeout(insist);
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await untilSays(bouncer, /process up/, 'PgBouncer');
  } catch (error) {
    await close();
    throw error;
  }
  const url = new URL(databaseUrl);
  url.hostname = '127.0.0.1';
  url.port = String(port);
  return { url: url.href, close };
}

/** Whoever reaches its port of the loopback address is let in: it signs in to the server itself. */
const iniOf = (server: URL, port: number, settings: string[]) => `[databases]
* = ${[
  `host=${server.hostname}`,
  `port=${server.port || 5432}`,
  `user=${quoted(server.username)}`,
  ...(server.password ? [`password=${quoted(server.password)}`] : []),
].join(' ')}

[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = any
pool_mode = session
default_pool_size = 200
max_client_conn = 500
${settings.join('\n')}
`;

const quoted = (part: string) => `'${decodeURIComponent(part).replaceAll("'", "''")}'`;
