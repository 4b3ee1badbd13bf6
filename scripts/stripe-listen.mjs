/**
 * `npm run stripe:listen`: forwards events of a Stripe account to the API of this machine. Stripe's command line wants
 * the event types by name since 1.51; they are the API's own list of types that it handles.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { printHelp } from './print-help.mjs';
import { requireNode } from './require-node.mjs';

printHelp(`npm run stripe:listen [-- options of stripe listen]

Runs the Stripe CLI that npm ci installed: it prints the signing secret (whsec_…) for STRIPE_WEBHOOK_SECRET, then
forwards the events that the API handles to localhost:3000/api/webhooks/stripe (API_PORT, also from a file .env: another
port), until it is stopped. Start the API with STRIPE_WEBHOOK_URL=listen, so that it looks for no endpoint at Stripe. Log in
first with "npx stripe login", or set STRIPE_API_KEY. Further options are handed on to stripe listen.

  --print   print the command instead of running it
  --help    this text`);

requireNode('npm run stripe:listen');
const { handledTypes } = await import('../apps/api/src/webhook/event-subject.ts');
const { loadEnvFile } = await import('../libs/stack/src/settings.ts');
loadEnvFile();

const given = process.argv.slice(2);
const args = [
  'listen',
  '--events',
  handledTypes.join(','),
  '--forward-to',
  `localhost:${process.env.API_PORT || 3000}/api/webhooks/stripe`,
  ...given.filter((argument) => argument !== '--print'),
];
if (given.includes('--print')) {
  console.log(`stripe ${args.join(' ')}`);
  process.exit(0);
}
const cli = join(import.meta.dirname, '../node_modules/.bin/stripe');
const stripe = spawn(cli, args, { stdio: 'inherit', shell: process.platform === 'win32' });
// Ctrl-C and a process manager end the CLI, whose end is ours.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => stripe.kill(signal));
stripe.once('error', (error) => {
  console.error(`The Stripe CLI does not start: ${error.message}. Run npm ci first.`);
  process.exit(1);
});
stripe.once('exit', (code) => process.exit(code ?? 1));
