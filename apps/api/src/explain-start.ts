import { ConfigError } from './config/config';
import { DataDirError } from './database/data-dir-error';
import { DatabaseFolderError } from './database/embedded/database-folder-error';
import { DirectoryInUseError } from './database/embedded/directory-lock';
import { MigrationLockedError, NotMigratedError } from './database/migration-errors';
import { isDatabaseUnavailable } from './database/is-database-unavailable';
import { refusalOf } from './database/postgres/refusal-of';
import { ListenError } from './http/lifecycle/listen-error';

/** Why a process did not start: faults a person can mend in one line, anything else with the stack of its cause. */
export function explainStart(error: unknown): string {
  const known = explainKnownFault(error);
  if (known !== undefined) return known;
  const cause = causeOf(error);
  return cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
}

/** Their messages say what to do. */
const EXPLAINED = [
  ConfigError,
  DataDirError,
  DatabaseFolderError,
  DirectoryInUseError,
  ListenError,
  MigrationLockedError,
  NotMigratedError,
];

/** What a person can mend, in a sentence; undefined for any other error. */
export function explainKnownFault(error: unknown): string | undefined {
  if (EXPLAINED.some((kind) => error instanceof kind)) return (error as Error).message;
  if (isDatabaseUnavailable(error)) {
    const cause = causeOf(error) as NodeJS.ErrnoException;
    return `The database at DATABASE_URL cannot be reached: ${cause.message || String(cause.code)}`;
  }
  return refusalOf(error);
}

/** The error at the beginning. The query builder wraps it in one whose message has the statement and its parameters. */
function causeOf(error: unknown): unknown {
  let cause = error;
  while (cause instanceof Error && cause.cause instanceof Error) cause = cause.cause;
  return cause;
}
