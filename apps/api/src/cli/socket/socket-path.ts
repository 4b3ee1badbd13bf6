import { createHash } from 'node:crypto';
import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** macOS takes no longer one; Linux takes four bytes more. */
const LONGEST_BYTES = 103;

/** Where the socket for commands is, on a system with files for sockets. */
export const socketFile = (dataDir: string): string => join(dataDir, 'commands.sock');

/**
 * Calls with a path by which the folder's socket can be made or opened. Where its own is too long for a socket, it is one
 * through a link in the temporary folder, for as long as the call lasts. On Windows it is the name of a pipe, into which
 * nobody but its maker may write.
 */
export async function withSocketPath<T>(
  dataDir: string,
  use: (path: string) => Promise<T>,
): Promise<T> {
  if (process.platform === 'win32') return use(pipeName(dataDir));
  const path = socketFile(dataDir);
  if (Buffer.byteLength(path) <= LONGEST_BYTES) return use(path);
  const folder = await mkdtemp(join(tmpdir(), 'shop-'));
  try {
    const link = join(folder, 'data');
    await symlink(dataDir, link);
    return await use(socketFile(link));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const pipeName = (dataDir: string) =>
  `\\\\.\\pipe\\shop-${createHash('sha256').update(dataDir.toLowerCase()).digest('hex')}`;
