import { requireNode } from './require-node.mjs';

/**
 * Builds the apps and one project that runs against them, then runs its main.js. Standard output holds only what that
 * prints.
 */
export async function runBuilt(command, project) {
  requireNode(command);
  const { buildOrEnd } = await import('./build-or-end.mjs');
  const { HELP_WORDS } = await import('./print-help.mjs');
  // Its help needs none of the apps.
  const apps = process.argv.some((word) => HELP_WORDS.includes(word))
    ? []
    : ['api', 'stripe-sandbox', 'web'];
  buildOrEnd([...apps, project]);
  await import(`../dist/apps/${project}/main.js`);
}
