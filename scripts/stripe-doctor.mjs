/** `npm run stripe:doctor`: says what is wrong between Stripe and the API. */
import { printHelp } from './print-help.mjs';
import { requireNode } from './require-node.mjs';
import { runApi } from './run-api.mjs';

requireNode('npm run stripe:doctor');
const { DOCTOR_HELP } = await import('../apps/api/src/cli/stripe-help.ts');
printHelp(DOCTOR_HELP);
await runApi('npm run stripe:doctor', 'stripe-doctor.js');
