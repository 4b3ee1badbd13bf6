/**
 * `npm run staff`: who may use the API of the shop's staff. The help is read from the source, so that it is printed also
 * when the API does not build.
 */
import { printHelp } from './print-help.mjs';
import { requireNode } from './require-node.mjs';
import { runApi } from './run-api.mjs';

requireNode('npm run staff');
const { STAFF_HELP } = await import('../apps/api/src/cli/staff-help.ts');
printHelp(STAFF_HELP);
await runApi('npm run staff', 'staff.js');
