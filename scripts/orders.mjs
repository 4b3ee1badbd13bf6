/**
 * `npm run orders`: what the person on call can ask and do. The help is read from the source, so that it is printed
 * also when the API does not build.
 */
import { printHelp } from './print-help.mjs';
import { requireNode } from './require-node.mjs';
import { runApi } from './run-api.mjs';

requireNode('npm run orders');
const { HELP } = await import('../apps/api/src/cli/help.ts');
printHelp(HELP);
await runApi('npm run orders', 'orders.js');
