import type { Config } from '../../config/config';
import { keepDataPrivate } from '../keep-data-private';
import { lockDirectory } from './directory-lock';

const locked = new Map<string, () => void>();

/**
 * Locks the folder of the embedded database for this process, where there is one. A second call changes nothing.
 * @throws DirectoryInUseError or DataDirError
 */
export function lockDataDir({ database }: Pick<Config, 'database'>): void {
  const { url, dataDir } = database;
  if (url !== undefined || locked.has(dataDir)) return;
  keepDataPrivate(dataDir);
  locked.set(dataDir, lockDirectory(dataDir));
}

/** Unlocks the folder. */
export function releaseDataDir(dataDir: string): void {
  locked.get(dataDir)?.();
  locked.delete(dataDir);
}
