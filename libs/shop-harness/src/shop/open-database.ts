import { fillWithEmbeddedDatabase } from '@shop/stack';
import { onCleanUp } from '../cleanup-registry';
import type { DatabaseKind } from '../database/database-kind';
import { findPostgresServer } from '../database/postgres-server';
import type { PostgresServer } from '../database/postgres-server';
import { postgresTemplate } from '../database/postgres-template';
import { embeddedDatabase, postgresDatabase } from '../database/shop-database';
import type { ShopDatabase } from '../database/shop-database';

/** A proxy in front of a server, and its URL. */
export interface Between {
  url: string;
  close: () => Promise<void>;
}

export interface DatabaseOptions {
  /** A PostgreSQL server of its own instead of the run's. */
  server?: PostgresServer;
  /** With every table already, so that it can be written before the API starts. The embedded one always is. */
  hasTables?: boolean;
  /** Opens a proxy between the API and PostgreSQL. */
  beforeDatabase?: (url: URL) => Promise<Between>;
}

/** Opens the database of a shop: a folder, or a new database of a server. @returns it, and how it is removed again */
export async function openDatabase(
  kind: DatabaseKind,
  dataDir: string,
  { server, hasTables = false, beforeDatabase }: DatabaseOptions,
): Promise<{ database: ShopDatabase; drop: () => Promise<void> }> {
  if (kind === 'embedded') {
    await fillWithEmbeddedDatabase(dataDir);
    return { database: embeddedDatabase(dataDir), drop: () => Promise.resolve() };
  }
  const postgres = server ?? (await findPostgresServer());
  if (!postgres) throw new Error('There is no PostgreSQL to run this drill on.');
  const made = await postgres.createDatabase(
    hasTables ? await postgresTemplate(postgres) : undefined,
  );
  const { url } = made;
  const drop = onCleanUp(made.drop);
  const between = await beforeDatabase?.(new URL(url));
  return {
    database: postgresDatabase(url, between?.url),
    drop: async () => {
      await between?.close();
      await drop();
    },
  };
}
