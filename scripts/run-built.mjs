import { requireNode } from './require-node.mjs';

/**
 * Builds the apps and one project that runs against them, then runs its main.js. Standard output holds only what that
 * prints.
 */
export async function runBuilt(command, project) {
  requireNode(command);
  const { buildOrEnd } = await import('./build-or-end.mjs');
  buildOrEnd(['api', 'stripe-sandbox', 'web', project]);
  await import(`../dist/apps/${project}/main.js`);
}
