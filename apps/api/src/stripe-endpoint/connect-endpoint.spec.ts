import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import Stripe from 'stripe';
import type { Sandbox } from '../../testing/sandbox';
import { returnSandbox, takeSandbox } from '../../testing/sandbox-pool';
import { stripeOf } from '../../testing/stripe-of';
import { STRIPE_API_VERSION } from '../stripe/create-stripe';
import { handledThinTypes, handledTypes } from '../webhook/event-subject';
import { connectEndpoint } from './connect-endpoint';
import type { ConnectOptions } from './connect-endpoint';
import { judgeEndpoints } from './judge-endpoints';
import { readEndpoints } from './read-endpoints';

const URL_OF_OURS = 'https://shop.example/api/webhooks/stripe';

describe('connectEndpoint', () => {
  let sandbox: Sandbox;
  let stripe: Stripe;
  beforeEach(async () => {
    sandbox = await takeSandbox();
    stripe = stripeOf(sandbox);
  });
  afterEach(() => returnSandbox(sandbox));

  async function connect(changes: Partial<ConnectOptions> = {}): Promise<string[]> {
    const lines: string[] = [];
    const options = {
      url: URL_OF_OURS,
      payload: 'snapshot',
      livemode: false,
      dryRun: false,
    } as const;
    await connectEndpoint(stripe, { ...options, ...changes }, (line) => lines.push(line));
    return lines;
  }
  const found = async () => (await readEndpoints(stripe)).endpoints;
  const faults = async () =>
    judgeEndpoints(
      { url: URL_OF_OURS, events: handledTypes, apiVersion: STRIPE_API_VERSION, livemode: false },
      await found(),
    );
  const secretsIn = (lines: string[]) =>
    /^STRIPE_WEBHOOK_SECRET=(\S+)$/m.exec(lines.join('\n'))?.[1]?.split(',') ?? [];
  const endpoint = (changes: Partial<Stripe.WebhookEndpointCreateParams> = {}) =>
    stripe.webhookEndpoints.create({
      url: URL_OF_OURS,
      enabled_events: [...handledTypes],
      api_version: STRIPE_API_VERSION,
      ...changes,
    });

  it.each([
    ['snapshot', [['snapshot', handledTypes, STRIPE_API_VERSION]]],
    ['thin', [['thin', handledThinTypes, null]]],
    [
      'both',
      [
        ['snapshot', handledTypes, STRIPE_API_VERSION],
        ['thin', handledThinTypes, null],
      ],
    ],
  ] as const)(
    'makes what is missing (%s), and changes nothing the second time',
    async (payload, made) => {
      const lines = await connect({ payload });
      const secrets = secretsIn(lines);
      expect(secrets).toHaveLength(made.length);
      for (const secret of secrets) expect(secret).toMatch(/^whsec_\S{16,}$/);
      const there = await found();
      expect(
        there.map(({ payload: one, events, apiVersion }) => [one, events, apiVersion]),
      ).toEqual(made);
      for (const { id } of there) expect(lines.join('\n')).toContain(`delete ${id}`);
      expect(await faults()).toEqual([]);

      expect(await connect({ payload })).toEqual([expect.stringContaining('Nothing to change')]);
      expect(await found()).toEqual(there);
    },
  );

  it('tells what it would do and does nothing with --dry-run', async () => {
    await endpoint({ enabled_events: ['charge.refunded', 'price.created'] });
    const before = await found();
    const lines = await connect({ payload: 'both', dryRun: true });
    expect(await found()).toEqual(before);
    expect(lines).toEqual([
      expect.stringMatching(
        /^Would change we_.*gets checkout\.session\.completed,.*no longer gets price\.created/,
      ),
      expect.stringMatching(/^Would make an endpoint: sends thin events to https:.*v1\.charge/),
    ]);
  });

  it('mends an endpoint that is disabled and gets other events, and says what it was', async () => {
    const { id } = await endpoint({ enabled_events: ['charge.refunded', 'price.created'] });
    await stripe.webhookEndpoints.update(id, { disabled: true });
    const lines = await connect();
    expect(lines.join('\n')).toMatch(
      new RegExp(
        `Changed ${id}: enabled; gets .*its events were charge.refunded, price.created`,
        's',
      ),
    );
    expect(secretsIn(lines)).toEqual([]);
    expect(await found()).toMatchObject([{ id, enabled: true, events: handledTypes }]);
    expect(await connect()).toEqual([expect.stringContaining('Nothing to change')]);
  });

  it('mends a thin destination', async () => {
    const { id } = await stripe.v2.core.eventDestinations.create({
      name: 'ours',
      type: 'webhook_endpoint',
      event_payload: 'thin',
      enabled_events: ['v1.charge.refunded'],
      webhook_endpoint: { url: URL_OF_OURS },
    });
    await stripe.v2.core.eventDestinations.disable(id);
    await connect({ payload: 'thin' });
    expect(await found()).toMatchObject([{ id, enabled: true, events: handledThinTypes }]);
    expect(await faults()).toEqual([]);
  });

  it('replaces an endpoint of another API version, which Stripe cannot change', async () => {
    const { id } = await endpoint({ api_version: '2020-08-27' });
    expect(await faults()).toMatchObject([{ code: 'other_api_version' }]);
    const lines = await connect();
    expect(secretsIn(lines)).toHaveLength(1);
    expect(lines.join('\n')).toContain(`enable ${id}`);
    expect(await found()).toMatchObject([
      { enabled: true, apiVersion: STRIPE_API_VERSION },
      { id, enabled: false },
    ]);
    expect(await faults()).toEqual([]);
    expect(await connect()).toEqual([expect.stringContaining('Nothing to change')]);
  });

  it('leaves the endpoints of others alone', async () => {
    await endpoint({ url: 'https://books.example/hook', enabled_events: ['charge.succeeded'] });
    await endpoint({
      url: 'https://staging.example/api/webhooks/stripe',
      api_version: '2020-08-27',
    });
    const before = await found();
    await connect();
    expect((await found()).slice(1)).toEqual(before);
    expect(await faults()).toEqual([]);
  });

  it('tells the secret of what it has made, although a later step fails', async () => {
    await sandbox.faults({ missingPermissions: ['rak_core_event_destination_write'] });
    const lines: string[] = [];
    const options = { url: URL_OF_OURS, payload: 'both', livemode: false, dryRun: false } as const;
    await expect(
      connectEndpoint(stripe, options, (line) => lines.push(line)),
    ).rejects.toBeInstanceOf(Stripe.errors.StripePermissionError);
    expect(secretsIn(lines)).toHaveLength(1);
    expect(await found()).toMatchObject([{ payload: 'snapshot' }]);
  });
});
