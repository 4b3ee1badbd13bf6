import { requireNode } from './require-node.mjs';

/** Builds all that is measured, then runs a file of api-e2e; what that prints stays alone on standard output. */
export async function runBuilt(command, entry) {
  requireNode(command);
  const { build } = await import('../libs/stack/src/build.ts');
  try {
    build(['api', 'stripe-sandbox', 'web', 'api-e2e']);
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
  await import(`../dist/apps/api-e2e/${entry}`);
}
