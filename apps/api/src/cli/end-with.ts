import { CommandError } from './command-error';
import { explainFailure } from './explain-failure';
import { printable, printableLines } from './printable';

/** Ends a command that failed, with a sentence on standard error and its exit code. */
export function endWith(error: unknown): never {
  const isOurs = error instanceof CommandError;
  const reason = explainFailure(error);
  // Only the list of what is wrong with the environment has lines of its own.
  console.error(isOurs ? printable(reason) : printableLines(reason));
  process.exit(isOurs ? error.exitCode : 1);
}
