import { requireNode } from './require-node.mjs';

requireNode('npm run simulate');
await import('../apps/simulation/src/start.ts');
