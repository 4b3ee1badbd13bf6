import { ConfigError } from './config/config';
import { DirectoryInUseError } from './database/embedded/directory-lock';
import { isDatabaseUnavailable } from './database/is-database-unavailable';

/** Why a process did not start: faults a person can mend in one line, anything else with its stack. */
export function explainStart(error: unknown): string {
  if (error instanceof ConfigError || error instanceof DirectoryInUseError) return error.message;
  if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') {
    const { port } = error as NodeJS.ErrnoException & { port?: number };
    return `Port ${port} is in use. Stop what listens there, or set API_PORT.`;
  }
  if (isDatabaseUnavailable(error)) {
    return `The database at DATABASE_URL cannot be reached: ${error.message || String((error as NodeJS.ErrnoException).code)}`;
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
