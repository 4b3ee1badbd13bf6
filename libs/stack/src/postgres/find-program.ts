import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import type { SpawnOptions } from 'node:child_process';

const run = promisify(execFile);

/**
 * @param more folders to look in after those of PATH
 * @returns the first folder that has all of these programs
 */
export function findFolderOf(programs: string[], more: string[] = []): string | undefined {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), ...more];
  return folders.find((folder) => programs.every((program) => existsSync(join(folder, program))));
}

/**
 * As whom to run a program that refuses to run as root: a user that every such machine has.
 * @returns undefined when this user is root and there is no such user
 */
export async function findUnprivileged(): Promise<Pick<SpawnOptions, 'uid' | 'gid'> | undefined> {
  if (process.getuid?.() !== 0) return {};
  for (const user of ['postgres', 'nobody']) {
    try {
      const [uid, gid] = await Promise.all(
        ['-u', '-g'].map(async (flag) => Number((await run('id', [flag, user])).stdout)),
      );
      if (uid !== undefined && gid !== undefined) return { uid, gid };
    } catch {
      // No such user: the next one.
    }
  }
  return undefined;
}
