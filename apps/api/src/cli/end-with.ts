import { explainStart } from '../explain-start';
import { CommandError } from './command-error';

/** Ends a command that failed: what a person can mend in one line, anything else with its stack. */
export function endWith(error: unknown): never {
  console.error(error instanceof CommandError ? error.message : explainStart(error));
  process.exit(error instanceof CommandError ? error.exitCode : 1);
}
