import { readdir, rename, rm } from 'node:fs/promises';
import { PGlite } from '@electric-sql/pglite';

/**
 * A quarter of PostgreSQL's usual cache. Every page of it is written once at start, which costs the default 128 MB most
 * of a start's time; the operating system keeps the files in memory all the same.
 */
const startParams = [...PGlite.defaultStartParams, '-c', 'shared_buffers=32MB'];

/** End of the name of a folder in which a database is being made. */
export const UNFINISHED = '.making';

/**
 * Opens the PGlite of a folder that this process has locked. A new one is made in a folder beside it and renamed when it
 * is whole: so the folder holds a whole database or none, whenever a first start is killed. What a killed start has left
 * is removed by the next one.
 * @throws what PGlite and the file system throw
 */
export async function openPglite(folder: string): Promise<PGlite> {
  if (await isEmpty(folder)) {
    const unfinished = folder + UNFINISHED;
    await rm(unfinished, { recursive: true, force: true });
    const client = await PGlite.create(unfinished, { startParams });
    await client.close();
    await rename(unfinished, folder);
  }
  return PGlite.create(folder, { startParams });
}

/** An empty folder counts too: a rename replaces it. */
async function isEmpty(folder: string): Promise<boolean> {
  try {
    return (await readdir(folder)).length === 0;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return true;
    throw error;
  }
}
