import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { createCluster } from './postgres-cluster';

/** A PostgreSQL server on which databases can be created. */
export interface PostgresServer {
  /** @param template the name of the one that it is a copy of; empty without it */
  createDatabase: (template?: string) => Promise<{ url: string; drop: () => Promise<void> }>;
  /** As the server reports it: 15.4 (Debian …). */
  version: () => Promise<string>;
}

let found: Promise<PostgresServer | undefined> | undefined;

/**
 * The server of TEST_DATABASE_URL, or one that is started for this run; undefined when PostgreSQL is not installed
 * either.
 * @param durable starts it with fsync; the first call decides
 */
export const findPostgresServer = (durable = false): Promise<PostgresServer | undefined> =>
  (found ??= find(durable));

async function find(durable: boolean): Promise<PostgresServer | undefined> {
  const url = process.env['TEST_DATABASE_URL'] || (await createCluster(durable))?.url;
  return url === undefined ? undefined : serverAt(url);
}

export function serverAt(serverUrl: string): PostgresServer {
  return {
    async createDatabase(template) {
      const name = `drill_${randomBytes(8).toString('hex')}`;
      const copied = template === undefined ? '' : ` template ${template}`;
      await execute(serverUrl, `create database ${name}${copied}`);
      const url = new URL(serverUrl);
      url.pathname = `/${name}`;
      return {
        url: url.href,
        drop: async () => {
          await execute(serverUrl, `drop database if exists ${name} with (force)`);
        },
      };
    },
    async version() {
      const [row] = await execute(serverUrl, 'show server_version');
      return String(row?.['server_version']);
    },
  };
}

async function execute(url: string, statement: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  // A lost connection fails the running statement, which reports it. Without a listener the event would end the
  // process.
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(statement);
    return rows;
  } finally {
    await client.end();
  }
}
