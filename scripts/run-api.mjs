import { requireNode } from './require-node.mjs';

/**
 * Builds the API and runs one of its programs in this process, with the variables of `.env`, and of a running `npm start`
 * or `npm run cluster`. Signals, standard output and exit code are the program's own.
 * @param command how a person calls it, for the message about an old Node
 * @param entry a file of dist/apps/api
 */
export async function runApi(command, entry) {
  requireNode(command);
  const { buildOrEnd } = await import('./build-or-end.mjs');
  buildOrEnd(['api']);
  const { takeRunningEnvironment } = await import('../libs/stack/src/running-environment.ts');
  takeRunningEnvironment();
  await import(`../dist/apps/api/${entry}`);
}
