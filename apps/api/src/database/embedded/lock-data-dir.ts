import type { Config } from '../../config/config';
import { lockDirectory } from './directory-lock';

const held = new Map<string, () => void>();

/**
 * Takes the folder of the embedded database for this process, where there is one; taking it twice is taking it once.
 * @throws DirectoryInUseError
 */
export function lockDataDir({ database }: Pick<Config, 'database'>): void {
  const { url, dataDir } = database;
  if (url === undefined && !held.has(dataDir)) held.set(dataDir, lockDirectory(dataDir));
}

/** Gives the folder back. */
export function releaseDataDir(dataDir: string): void {
  held.get(dataDir)?.();
  held.delete(dataDir);
}
