import type Stripe from 'stripe';
import { STRIPE_API_VERSION } from '../stripe/create-stripe';
import { handledThinTypes, handledTypes } from '../webhook/event-subject';
import { carryOut } from './carry-out';
import { planConnection } from './plan-connection';
import type { WantedPayload } from './plan-connection';
import { readEndpoints } from './read-endpoints';
import { tellStep } from './tell-step';

export const payloads = ['snapshot', 'thin', 'both'] as const;
export type PayloadOption = (typeof payloads)[number];

export interface ConnectOptions {
  url: string;
  payload: PayloadOption;
  livemode: boolean;
  /** Only tells what would change. */
  dryRun: boolean;
}

const WANTED: Record<WantedPayload['payload'], readonly string[]> = {
  snapshot: handledTypes,
  thin: handledThinTypes,
};

/**
 * Makes or mends the webhook endpoint at Stripe: exactly the events that the code handles, in the API version that it
 * reads. A second run changes nothing.
 * @param say gets each line for the person, as it becomes true
 * @throws what Stripe throws; the steps before are done and told
 */
export async function connectEndpoint(
  stripe: Stripe,
  { url, payload, livemode, dryRun }: ConnectOptions,
  say: (line: string) => void,
): Promise<void> {
  const wanted = (['snapshot', 'thin'] as const)
    .filter((one) => payload === one || payload === 'both')
    .map((one) => ({ payload: one, events: WANTED[one] }));
  const expected = { url, livemode, apiVersion: STRIPE_API_VERSION };
  const { endpoints } = await readEndpoints(stripe);
  const steps = planConnection(expected, endpoints, wanted);
  if (steps.length === 0) say(`Nothing to change: ${url} gets every event that the code handles.`);
  const secrets: string[] = [];
  try {
    for (const step of steps) {
      const made = dryRun ? undefined : await carryOut(stripe, step);
      const { done, undo } = tellStep(step, made);
      say(done);
      if (made) say(`  To undo: ${undo}`);
      if (made?.secret) secrets.push(made.secret);
    }
  } finally {
    // Also when a later step fails: Stripe does not show a secret again.
    if (secrets.length > 0) tellSecrets(secrets, say);
  }
}

function tellSecrets(secrets: string[], say: (line: string) => void): void {
  say('');
  say(
    'Put this line into the environment of the API and its workers, and restart them. Stripe shows',
  );
  say('the secret only now. Where another endpoint of this shop stays, add its secret by comma.');
  say('');
  say(`STRIPE_WEBHOOK_SECRET=${secrets.join(',')}`);
}
