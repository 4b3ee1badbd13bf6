import { statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import type { Query } from '@shop/shop-harness/database/shop-database';

const GIGABYTE = 10 ** 9;

/** Free bytes on the disk of PostgreSQL; undefined when it runs on another machine. */
export async function roomOnDisk(query: Query): Promise<number | undefined> {
  const [row] = await query<{ folder: string | null }>(
    `select case when inet_server_addr() <<= '127.0.0.0/8' or inet_server_addr() = '::1' or inet_server_addr() is null
       then coalesce(current_setting('data_directory', true), '') end as folder`,
  ).catch(() => [{ folder: '' }]);
  if (!row || row.folder === null) return undefined;
  const { bavail, bsize } = await statfs(row.folder).catch(() => statfs(tmpdir()));
  return bavail * bsize;
}

/** 5.6 GB */
export const gigabytes = (bytes: number) => `${(bytes / GIGABYTE).toFixed(1)} GB`;
