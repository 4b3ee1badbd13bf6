import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';

export type Query = <Row extends object>(statement: string, values?: unknown[]) => Promise<Row[]>;

/** With a small cache, which makes opening it quick. */
const startParams = [...PGlite.defaultStartParams, '-c', 'shared_buffers=8MB'];

/** The database behind the API, as a drill looks into it. */
export interface ShopDatabase {
  /** Variables that lead the API to it. */
  env: Record<string, string>;
  /** Whether it can be read only while no API runs. */
  exclusive: boolean;
  read: <T>(work: (query: Query) => Promise<T>) => Promise<T>;
}

/** The folder of the API's embedded database. */
export function embeddedDatabase(dataDir: string): ShopDatabase {
  return {
    // Blank counts as unset: whoever runs the drills may have a database of their own in the environment.
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

/** @param apiUrl another way to the same database for the API, through a proxy */
export function postgresDatabase(url: string, apiUrl = url): ShopDatabase {
  return {
    env: { DATABASE_URL: apiUrl },
    exclusive: false,
    async read(work) {
      const client = new pg.Client({ connectionString: url });
      // Told by the statement that fails of it; without a listener it would end the process.
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
