import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { DataDirError, usingDataDir } from '../data-dir-error';

/** Another process has locked the folder. */
export class DirectoryInUseError extends Error {}

/**
 * Locks a folder for this process alone: two PGlite processes on one folder lose rows silently.
 *
 * The lock is the operating system's own, taken by SQLite on a separate file in the folder. So it ends with the process,
 * however that dies, and no time-out can steal it.
 * @returns a function that unlocks the folder
 * @throws DirectoryInUseError with the pid of the process that has the lock
 * @throws DataDirError when the folder cannot be made, or nothing can be written in it
 */
export function lockDirectory(directory: string): () => void {
  const pidFile = join(directory, 'lock.pid');
  const lock = usingDataDir(directory, () => {
    mkdirSync(directory, { recursive: true });
    return new DatabaseSync(join(directory, 'lock.db'), { timeout: 0 });
  });
  try {
    lock.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    if (!/locked/.test(String(error))) throw new DataDirError(directory, error);
    throw new DirectoryInUseError(
      `The embedded database in ${directory} is in use by process ${readPid(pidFile)}. ` +
        'Stop that process, give this one its own DATA_DIR, or set DATABASE_URL.',
    );
  }
  usingDataDir(directory, () => writeFileSync(pidFile, String(process.pid)));
  return () => lock.close();
}

function readPid(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '(starting)';
  }
}
