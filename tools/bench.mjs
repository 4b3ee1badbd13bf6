import { requireNode } from './require-node.mjs';

requireNode('npm run bench');

/** Builds everything, then measures; what the benches print stays alone on standard output. */
const { build } = await import('../libs/stack/src/build.ts');
try {
  build(['api', 'stripe-sandbox', 'web', 'api-e2e']);
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
await import('../dist/apps/api-e2e/bench.js');
