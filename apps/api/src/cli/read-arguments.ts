import { parseArgs } from 'node:util';
import type { ParseArgsConfig } from 'node:util';
import { UsageError } from './command-error';
import type { Terminal } from './terminal';

/**
 * What was typed behind a command.
 * @throws UsageError in Node's words: an unknown option, a value that is missing, a word too many
 */
export function readArguments<Config extends ParseArgsConfig>({ words }: Terminal, config: Config) {
  try {
    return parseArgs({ ...config, args: words });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
