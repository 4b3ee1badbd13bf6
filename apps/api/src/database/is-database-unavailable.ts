import { DatabaseBusyError } from './database-busy-error';

/** Node's and PostgreSQL's codes for a server that is away, starting, stopping or full, or that takes no writes. */
const UNAVAILABLE = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOTFOUND',
  'ETIMEDOUT',
  '08000',
  '08001',
  '08003',
  '08004',
  '08006',
  // All that PgBouncer says of a server that it has lost or cannot reach.
  '08P01',
  // A standby, or a server that is out of space and was made read-only.
  '25006',
  '53300',
  '57P01',
  '57P02',
  '57P03',
  '57014',
  '57P05',
  '25P03',
  '40001',
  '40P01',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EAI_AGAIN',
]);

/** node-postgres has no codes for its own time-outs and broken connections. */
const UNAVAILABLE_MESSAGES =
  /timeout exceeded when trying to connect|Connection terminated|Query read timeout|Client has encountered a connection error|PGlite is closed/i;

/** Whether an error means that the database cannot answer now, rather than that the query was wrong. */
export function isDatabaseUnavailable(error: unknown): error is Error {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof DatabaseBusyError) return true;
    const code = (cause as NodeJS.ErrnoException).code;
    if (code && UNAVAILABLE.has(code) && isFromDatabase(cause)) return true;
    if (UNAVAILABLE_MESSAGES.test(cause.message)) return true;
  }
  return false;
}

/** A refused connection may also be Stripe's: that error is wrapped by the SDK and has another answer. */
function isFromDatabase(error: Error): boolean {
  return !('type' in error && String(error.type).startsWith('Stripe'));
}
