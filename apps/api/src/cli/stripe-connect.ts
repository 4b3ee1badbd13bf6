import { loadConfig } from '../config/config';
import { createStripe } from '../stripe/create-stripe';
import { StripeClock } from '../stripe/stripe-clock';
import { connectEndpoint, payloads } from '../stripe-endpoint/connect-endpoint';
import { Tracing } from '../tracing/tracing';
import { UsageError } from './command-error';
import { printText } from './print';
import { readArguments } from './read-arguments';
import { asStripeFailure } from './stripe-failure';
import { startCommand } from './start-command';
import { CONNECT_HELP } from './stripe-help';
import type { Terminal } from './terminal';

const options = {
  payload: { type: 'string', default: 'snapshot' },
  url: { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h' },
} as const;

/** `npm run stripe:connect` */
async function main(terminal: Terminal): Promise<void> {
  const { values } = readArguments(terminal, { options });
  if (values.help) return terminal.answer(CONNECT_HELP);
  const payload = payloads.find((one) => one === values.payload);
  if (!payload) throw new UsageError(`--payload is one of ${payloads.join(', ')}.`);
  const config = loadConfig(undefined, 'setup');
  const url = values.url ?? config.stripe.webhookUrl;
  if (url === undefined) {
    throw new UsageError(
      'STRIPE_WEBHOOK_URL is listen. Say where Stripe sends events: --url <url>',
    );
  }
  if (!/^https?:\/\/\S+$/.test(url) || !URL.canParse(url)) {
    throw new UsageError(
      '--url is the address of the webhook, such as https://shop.example/api/webhooks/stripe.',
    );
  }
  const stripe = createStripe(config, new StripeClock(), new Tracing());
  const { livemode } = config.stripe;
  try {
    await connectEndpoint(stripe, { url, payload, livemode, dryRun: values['dry-run'] }, (text) =>
      printText(terminal, text),
    );
  } catch (error) {
    throw asStripeFailure(error);
  }
}

startCommand(main);
