import { CommandError } from './command-error';
import { explainFailure } from './explain-failure';
import { printable, printableLines } from './printable';
import type { Terminal } from './terminal';

/** Says in a sentence on standard error why a command failed. @returns its exit code */
export function sayFailure({ say }: Terminal, error: unknown): number {
  const isOurs = error instanceof CommandError;
  const reason = explainFailure(error);
  // Only the list of what is wrong with the environment has lines of its own.
  say(isOurs ? printable(reason) : printableLines(reason));
  return isOurs ? error.exitCode : 1;
}
