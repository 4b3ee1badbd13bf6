import type pg from 'pg';

const IDLE_IN_TRANSACTION_TIMEOUT_MS = 10_000;

/** PostgreSQL's code for a statement that writes where nothing may be written. */
const READ_ONLY = '25006';

/** A connection that is new answers its first statement in this time. */
const SET_TIMEOUT_MS = 1000;

/**
 * The options of a pool whose statements end in time, by the server's clock and by this side's: a server that is gone
 * keeps no time.
 *
 * The server is told by the first statement of each connection. As startup parameters PgBouncer refuses them, and where
 * it is told to ignore them (`ignore_startup_parameters`) they are 0: no statement would ever end.
 * @param statementMs the longest time of one statement
 * @param writes refuses a connection on which nothing can be written. The server that takes writes changes, and what leads
 *   to it (a name, HAProxy) may lead to a standby for a moment. Such a connection would stay in the pool, and fail every
 *   statement.
 */
export const sessionTimeouts = (statementMs: number, writes = false) => ({
  query_timeout: statementMs,
  keepAlive: true,
  /** The pool gives a connection out after this has resolved. When it rejects, the connection is closed. */
  onConnect: (client: pg.ClientBase): Promise<void> =>
    setSession(
      client,
      {
        statement_timeout: statementMs,
        idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_TIMEOUT_MS,
      },
      writes,
    ),
});

/**
 * Sets parameters of a session for as long as it lasts. Times are in milliseconds.
 * @throws PostgreSQL's own code for a read-only transaction, when it `writes` and cannot
 */
export async function setSession(
  client: pg.ClientBase,
  parameters: Record<string, number>,
  writes = false,
): Promise<void> {
  const names = Object.keys(parameters);
  const calls = names.map((_, index) => `set_config($${2 * index + 1}, $${2 * index + 2}, false)`);
  const { rows } = await client.query<{ readOnly: string }>({
    text: `select ${calls.join(', ')}, current_setting('transaction_read_only') as "readOnly"`,
    values: names.flatMap((name) => [name, String(parameters[name])]),
    query_timeout: SET_TIMEOUT_MS,
  } as pg.QueryConfig);
  if (writes && rows[0]?.readOnly === 'on') {
    throw Object.assign(new Error('it takes no writes: it is a standby, or was made read-only'), {
      code: READ_ONLY,
    });
  }
}
