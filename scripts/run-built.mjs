import { requireNode } from './require-node.mjs';

/** Builds all that is measured, then runs a file of api-e2e; what that prints stays alone on standard output. */
export async function runBuilt(command, entry) {
  requireNode(command);
  const { buildOrEnd } = await import('./build-or-end.mjs');
  buildOrEnd(['api', 'stripe-sandbox', 'web', 'api-e2e']);
  await import(`../dist/apps/api-e2e/${entry}`);
}
