import { execFile, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { chown, mkdtemp, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findFolderOf, findUnprivileged } from './find-program.ts';

const run = promisify(execFile);

type Program = 'initdb' | 'pg_basebackup' | 'pg_ctl';

/** PostgreSQL's own programs, run as a user who may run them. */
export interface PostgresPrograms {
  /** A temporary folder of that user. Whoever asks for it removes it. */
  makeFolder: () => Promise<string>;
  /** Runs one to its end. @throws with what it printed, when it fails */
  run: (program: Program, args: string[]) => Promise<void>;
  /** Starts a server, in a group of its own: Ctrl-C is for whoever started it, who stops it last. */
  spawnServer: (args: string[]) => ChildProcess;
}

/**
 * @param needed those that will be run, beside the server
 * @returns undefined where PostgreSQL is not installed, or this user may not run it
 */
export async function findPostgres(needed: Program[]): Promise<PostgresPrograms | undefined> {
  const bin = await findPostgresFolder(['postgres', ...needed]);
  const owner = await findUnprivileged();
  if (!bin || !owner) return undefined;
  return {
    async makeFolder() {
      const folder = await mkdtemp(join(tmpdir(), 'postgres-'));
      if (owner.uid !== undefined) await chown(folder, owner.uid, owner.gid ?? owner.uid);
      return folder;
    },
    async run(program, args) {
      await run(join(bin, program), args, owner);
    },
    spawnServer: (args) =>
      spawn(join(bin, 'postgres'), args, {
        ...owner,
        stdio: ['ignore', 'ignore', 'pipe'],
        detached: true,
      }),
  };
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
