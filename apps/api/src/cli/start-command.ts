import { enableCompileCache } from 'node:module';
import { sayFailure } from './say-failure';
import { Terminal } from './terminal';

/** Runs a command with what this process was given, and ends the process with its exit code when it fails. */
export function startCommand(command: (terminal: Terminal) => Promise<void>): void {
  // What a command loads is most of what it does. Where no cache can be kept, this does nothing.
  enableCompileCache();
  const terminal = Terminal.ofProcess();
  command(terminal).catch((error: unknown) => process.exit(sayFailure(terminal, error)));
}
