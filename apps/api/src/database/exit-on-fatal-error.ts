import type { PGlite } from '@electric-sql/pglite';

/** PostgreSQL's code for a full disk (https://www.postgresql.org/docs/18/errcodes-appendix.html). */
const DISK_FULL = '53100';

/**
 * Ends the process, with its reason, as soon as the embedded database cannot keep what it is given: a full disk, or an
 * engine that has stopped. What was acknowledged is on disk; what is in flight gets no answer and is sent again.
 */
export function exitOnFatalError(client: PGlite, dataDir: string): void {
  for (const name of ['query', 'exec', 'transaction'] as const) {
    const method = client[name].bind(client) as (...args: unknown[]) => Promise<unknown>;
    const watched = async (...args: unknown[]): Promise<unknown> => {
      try {
        return await method(...args);
      } catch (error) {
        const reason = reasonToEnd(error);
        if (reason) end(`The embedded database in ${dataDir} cannot go on: ${reason}.`);
        throw error;
      }
    };
    Object.assign(client, { [name]: watched });
  }
}

/** Looks through the causes: the query builder wraps what the engine says. */
function reasonToEnd(error: unknown): string | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const isFull = (cause as { code?: unknown }).code === DISK_FULL;
    if (isFull || /No space left on device|ENOSPC/.test(cause.message)) return 'the disk is full';
    if (cause.name === 'RuntimeError') return `its engine has stopped (${cause.message})`;
  }
  return undefined;
}

function end(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}
