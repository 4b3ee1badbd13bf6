import pg from 'pg';

/** The PostgreSQL that specs use where it answers. */
const SERVER = process.env['TEST_DATABASE_URL'] ?? 'postgres://root@127.0.0.1:5432/test';

/** Runs the work on one connection to the server. @throws when no PostgreSQL answers */
export async function onServer(work) {
  const client = new pg.Client({ connectionString: SERVER, connectionTimeoutMillis: 1500 });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The address of another database of the server. */
export function databaseUrl(name) {
  const url = new URL(SERVER);
  url.pathname = `/${name}`;
  return url.href;
}

/** Whether there is one. */
export async function answers() {
  try {
    await onServer((client) => client.query('select 1'));
    return true;
  } catch {
    return false;
  }
}
