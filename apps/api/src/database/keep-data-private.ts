import { chmodSync, lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { usingDataDir } from './data-dir-error';

const FOLDER = 0o700;
const FILE = 0o600;
const OTHERS = 0o077;
const STICKY = 0o1000;

/** What the system keeps in DATA_DIR. Anything else in that folder belongs to somebody else. */
const OURS = [
  'pglite',
  'pglite.making',
  'mail',
  'logs',
  'cluster',
  'sandbox.json',
  'lock.db',
  'lock.pid',
];

/**
 * Makes DATA_DIR readable for its owner only: it holds orders, mails and signing secrets. New files get no rights for
 * others, whatever the umask was; files that have such rights lose them. A folder that is meant to be shared, as /tmp
 * is by its sticky bit, keeps its own rights.
 * @throws DataDirError when it may not be looked at
 */
export function keepDataPrivate(dataDir: string): void {
  process.umask(OTHERS);
  usingDataDir(dataDir, () => {
    const stat = lstatSync(dataDir, { throwIfNoEntry: false });
    if (stat && (stat.mode & STICKY) === 0) closeToOthers(dataDir, FOLDER, stat.mode);
    for (const name of OURS) closeAll(join(dataDir, name));
  });
}

/** A file that is removed meanwhile, or is not there, is no fault. */
function closeAll(path: string): void {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  if (stat?.isFile()) closeToOthers(path, FILE, stat.mode);
  if (!stat?.isDirectory()) return;
  closeToOthers(path, FOLDER, stat.mode);
  for (const name of readdirSync(path)) closeAll(join(path, name));
}

function closeToOthers(path: string, mode: number, now: number): void {
  if ((now & OTHERS) === 0) return;
  try {
    chmodSync(path, mode);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return;
    process.stderr.write(
      `${path} can be read by other users, and that cannot be changed (${code}).\n`,
    );
  }
}
