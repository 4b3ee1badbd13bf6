import { requireNode } from './require-node.mjs';

requireNode('npm start');
await import('../libs/stack/src/start.ts');
