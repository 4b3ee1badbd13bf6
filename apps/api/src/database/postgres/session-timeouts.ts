import type pg from 'pg';

const IDLE_IN_TRANSACTION_TIMEOUT_MS = 10_000;

/** A connection that is new answers its first statement in this time. */
const SET_TIMEOUT_MS = 1000;

/**
 * The options of a pool whose statements end in time, by the server's clock and by this side's: a server that is gone
 * keeps no time.
 *
 * The server is told by the first statement of each connection. As startup parameters PgBouncer refuses them, and where
 * it is told to ignore them (`ignore_startup_parameters`) they are 0: no statement would ever end.
 * @param statementMs the longest time of one statement
 */
export const sessionTimeouts = (statementMs: number) => ({
  query_timeout: statementMs,
  keepAlive: true,
  /** The pool gives a connection out after this has resolved. When it rejects, the connection is closed. */
  onConnect: (client: pg.ClientBase): Promise<void> =>
    setSession(client, {
      statement_timeout: statementMs,
      idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_TIMEOUT_MS,
    }),
});

/** Sets parameters of a session for as long as it lasts. Times are in milliseconds. */
export async function setSession(
  client: pg.ClientBase,
  parameters: Record<string, number>,
): Promise<void> {
  const names = Object.keys(parameters);
  const calls = names.map((_, index) => `set_config($${2 * index + 1}, $${2 * index + 2}, false)`);
  await client.query({
    text: `select ${calls.join(', ')}`,
    values: names.flatMap((name) => [name, String(parameters[name])]),
    query_timeout: SET_TIMEOUT_MS,
  } as pg.QueryConfig);
}
