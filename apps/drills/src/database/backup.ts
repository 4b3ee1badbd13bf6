import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { onCleanUp } from '@shop/shop-harness/cleanup-registry';
import type { DatabaseKind } from '@shop/shop-harness/database/database-kind';
import type { Shop } from '@shop/shop-harness/shop/shop';
import { findPostgresFolder } from '@shop/stack';

const run = promisify(execFile);

const PROGRAMS = ['pg_dump', 'pg_restore'];

/** All schemas that the API makes. */
const DROP_ALL = [
  'drop schema if exists pgboss cascade',
  'drop schema if exists drizzle cascade',
  'drop schema public cascade',
];

/** A copy of a shop's database, as it was when the copy was made. */
export interface Backup {
  /** Drops everything, and puts the copy in its place. No API may run. */
  restore: () => Promise<void>;
}

/** Why no backup can be made; undefined when it can. */
export async function whyNoBackup(database: DatabaseKind): Promise<string | undefined> {
  if (database === 'embedded' || (await findPostgresFolder(PROGRAMS))) return undefined;
  return `${PROGRAMS.join(' and ')} are not installed`;
}

/** PostgreSQL is dumped while the API runs. The embedded database's folder is copied while it is stopped. */
export async function backUp(shop: Shop): Promise<Backup> {
  const folder = await mkdtemp(join(tmpdir(), 'backup-'));
  onCleanUp(() => rm(folder, { recursive: true, force: true }));
  return shop.database.exclusive ? copyFolder(shop, folder) : dump(shop, folder);
}

async function copyFolder(shop: Shop, folder: string): Promise<Backup> {
  const data = join(shop.dataDir, 'pglite');
  const copy = join(folder, 'pglite');
  await shop.stop();
  await cp(data, copy, { recursive: true });
  await shop.start();
  return {
    restore: async () => {
      await rm(data, { recursive: true });
      await cp(copy, data, { recursive: true });
    },
  };
}

async function dump(shop: Shop, folder: string): Promise<Backup> {
  const programs = (await findPostgresFolder(PROGRAMS)) ?? '';
  const url = shop.database.env['DATABASE_URL'] ?? '';
  const file = join(folder, 'orders.dump');
  await run(join(programs, 'pg_dump'), ['--dbname', url, '--format=custom', '--file', file]);
  return {
    restore: async () => {
      await shop.database.read(async (query) => {
        for (const statement of DROP_ALL) await query(statement);
        await query('create schema public');
      });
      const options = ['--single-transaction', '--no-owner', '--exit-on-error'];
      await run(join(programs, 'pg_restore'), ['--dbname', url, ...options, file]);
    },
  };
}
