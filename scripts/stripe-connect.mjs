/** `npm run stripe:connect`: makes or mends the webhook endpoint at Stripe. */
import { printHelp } from './print-help.mjs';
import { requireNode } from './require-node.mjs';
import { runApi } from './run-api.mjs';

requireNode('npm run stripe:connect');
const { CONNECT_HELP } = await import('../apps/api/src/cli/stripe-help.ts');
printHelp(CONNECT_HELP);
await runApi('npm run stripe:connect', 'stripe-connect.js');
