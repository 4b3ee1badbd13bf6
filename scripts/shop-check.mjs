/** `npm run shop:check`: holds shop file, Stripe account, mail server and database against each other. */
import { printHelp } from './print-help.mjs';
import { requireNode } from './require-node.mjs';
import { runApi } from './run-api.mjs';

requireNode('npm run shop:check');
const { SHOP_CHECK_HELP } = await import('../apps/api/src/cli/stripe-help.ts');
printHelp(SHOP_CHECK_HELP);
await runApi('npm run shop:check', 'shop-check.js');
