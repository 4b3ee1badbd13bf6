import type { Config } from '../config/config';
import { isDatabaseUnavailable } from '../database/is-database-unavailable';
import { NotMigratedError } from '../database/migration-errors';
import { PostgresDatabase } from '../database/postgres/postgres-database';
import { refusalOf } from '../database/postgres/refusal-of';
import { askAddress } from '../stripe-endpoint/ask-address';
import { judged, passed } from '../stripe-endpoint/doctor/check';
import type { Check } from '../stripe-endpoint/doctor/check';
import { ownOrigin } from '../stripe-endpoint/doctor/own-origin';
import { withTimeout } from '../with-timeout';

const TIMEOUT_MS = 8000;
const READINESS_TIMEOUT_MS = 6000;

/** Whether the database answers and has every migration of this build. Changes nothing. */
export async function checkDatabase(config: Config): Promise<Check> {
  const { url } = config.database;
  if (url === undefined) return checkEmbedded(ownOrigin(config));
  try {
    await withTimeout(openAndClose(url), TIMEOUT_MS, () => {
      throw Object.assign(new Error('too late'), { code: 'ETIMEDOUT' });
    });
    return passed('database', 'PostgreSQL answers, and has every migration of this build.');
  } catch (error) {
    return judged('database', [findingOf(error)], '');
  }
}

async function openAndClose(url: string): Promise<void> {
  const database = await PostgresDatabase.open(url, false, () => undefined);
  await database.close();
}

function findingOf(error: unknown) {
  if (error instanceof NotMigratedError)
    return { code: 'database_not_migrated', words: error.message };
  const refusal = refusalOf(error);
  if (refusal !== undefined) return { code: 'database_refuses', words: refusal };
  const code = codeOf(error);
  const isAway = isDatabaseUnavailable(error);
  const words = isAway
    ? `PostgreSQL at DATABASE_URL cannot be reached (${code}): is it up, and are host and port right?`
    : `PostgreSQL at DATABASE_URL does not take the connection (${code}): see its log.`;
  return { code: isAway ? 'database_unreachable' : 'database_refuses', words };
}

/** The code of the error at the beginning, never its text, which may hold a part of the address. */
function codeOf(error: unknown): string {
  let cause = error;
  while (cause instanceof Error && cause.cause instanceof Error) cause = cause.cause;
  const { code, name } = cause as { code?: string; name?: string };
  return code ?? name ?? 'unknown';
}

/** The embedded database belongs to the process of the API, which says whether it is ready. */
async function checkEmbedded(origin: string): Promise<Check> {
  const answer = await askAddress(`${origin}/api/health/ready`, {}, READINESS_TIMEOUT_MS);
  if (answer === 'silent') {
    const words = `The embedded database belongs to the API, and none answers at ${origin}: start it, or set DATABASE_URL to a PostgreSQL.`;
    return judged('database', [{ code: 'address_silent', words }], '');
  }
  if (answer === 'slow') {
    const words = `The embedded database belongs to the API at ${origin}, which did not answer within ${READINESS_TIMEOUT_MS / 1000} seconds: see whether it has too much to do.`;
    return judged('database', [{ code: 'address_slow', words }], '');
  }
  const errors = errorsOf(answer.text);
  const isReady = answer.ok || !errors.some(({ path }) => OF_THE_DATABASE.includes(path));
  const words = `The API at ${origin} says that its embedded database is not ready: see its log.`;
  return judged(
    'database',
    isReady ? [] : [{ code: 'database_not_ready', words }],
    'The embedded database of the API answers. A live key needs PostgreSQL.',
  );
}

const OF_THE_DATABASE = ['database', 'migrations', 'queue'];

function errorsOf(text: string): { path: string }[] {
  try {
    return (JSON.parse(text) as { errors?: { path: string }[] }).errors ?? [];
  } catch {
    return [];
  }
}
