import { requireNode } from './require-node.mjs';

requireNode('npm run cluster');
await import('../libs/stack/src/cluster/cluster.ts');
