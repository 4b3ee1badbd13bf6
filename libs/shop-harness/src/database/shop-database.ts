import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';

export type Query = <Row extends object>(statement: string, values?: unknown[]) => Promise<Row[]>;

/** A small cache makes PGlite open faster. */
const startParams = [...PGlite.defaultStartParams, '-c', 'shared_buffers=8MB'];

/** The database behind the API, and how a test reads it. */
export interface ShopDatabase {
  /** Environment variables that make the API use it. */
  env: Record<string, string>;
  /** Whether it can only be read while no API runs. */
  exclusive: boolean;
  read: <T>(work: (query: Query) => Promise<T>) => Promise<T>;
}

/** The embedded database in the API's data folder. */
export function embeddedDatabase(dataDir: string): ShopDatabase {
  return {
    // Blank counts as unset. The person who runs the drills may have a DATABASE_URL in the environment.
    env: { DATABASE_URL: '' },
    exclusive: true,
    async read(work) {
      const client = await PGlite.create(join(dataDir, 'pglite'), { startParams });
      try {
        return await work(async <Row extends object>(statement: string, values?: unknown[]) => {
          const { rows } = await client.query<Row>(statement, values);
          return rows;
        });
      } finally {
        await client.close();
      }
    },
  };
}

/** A database on a PostgreSQL server. @param apiUrl the URL for the API, when it goes through a proxy */
export function postgresDatabase(url: string, apiUrl = url): ShopDatabase {
  return {
    env: { DATABASE_URL: apiUrl },
    exclusive: false,
    async read(work) {
      const client = new pg.Client({ connectionString: url });
      // A lost connection fails the running statement, which reports it. Without a listener the event would end the
      // process.
      client.on('error', () => undefined);
      await client.connect();
      try {
        return await work(async <Row extends object>(statement: string, values?: unknown[]) => {
          const { rows } = await client.query<Row>(statement, values);
          return rows;
        });
      } finally {
        await client.end();
      }
    },
  };
}
