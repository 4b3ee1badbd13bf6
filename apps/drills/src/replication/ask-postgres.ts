import pg from 'pg';

/** Asks a server one thing over a connection of its own. @throws when it does not answer in time */
export async function askPostgres<Row extends object>(
  url: string,
  statement: string,
  timeoutMs = 10_000,
): Promise<Row[]> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: timeoutMs,
    query_timeout: timeoutMs,
  });
  // The running statement reports a lost connection. Without a listener the event would end the process.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return (await client.query<Row>(statement)).rows;
  } finally {
    await client.end();
  }
}
