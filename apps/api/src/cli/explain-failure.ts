import { explainKnownFault } from '../explain-start';
import { describeError } from '../http/logging/describe-error';
import { CommandError } from './command-error';

/**
 * Why a command failed, for a terminal: a sentence and a code. Never the message of an error that we do not know: that of
 * the query builder holds the statement with all its parameters, and those are a shopper's.
 */
export function explainFailure(error: unknown): string {
  if (error instanceof CommandError) return error.message;
  const known = explainKnownFault(error);
  if (known !== undefined) return known;
  const { type, code } = describeError(error);
  const who = isFromDatabase(code) ? 'The database refused a statement.' : 'This is unexpected.';
  return `The command failed. ${who} [${code ?? type}]`;
}

/** PostgreSQL's codes are five digits and capital letters (https://www.postgresql.org/docs/18/errcodes-appendix.html). */
const isFromDatabase = (code: string | undefined) => /^(?=.*\d)[0-9A-Z]{5}$/.test(code ?? '');
