import { existsSync } from 'node:fs';
import { requireNode } from './require-node.mjs';

/**
 * Builds the API and runs one of its programs in this process. Signals, standard output and exit code are the
 * program's own.
 * @param command how a person calls it, for the message about an old Node
 * @param entry a file of dist/apps/api
 */
export async function runApi(command, entry) {
  requireNode(command);
  const { buildOrEnd } = await import('./build-or-end.mjs');
  buildOrEnd(['api']);
  if (existsSync('.env')) process.loadEnvFile('.env');
  await import(`../dist/apps/api/${entry}`);
}
