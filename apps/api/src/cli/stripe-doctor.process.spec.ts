import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { freePort, repositoryRoot } from '@shop/stack';
import type Stripe from 'stripe';
import { startChangedStripe } from '../../testing/changed-stripe';
import type { ChangedStripe } from '../../testing/changed-stripe';
import { Shopper, sessionIdOf } from '../../testing/shopper';
import { startTestApi, WEBHOOK_SECRET } from '../../testing/start-test-api';
import type { TestApi } from '../../testing/start-test-api';
import { SweepService } from '../order/reconciliation/sweep.service';
import { handledTypes } from '../webhook/event-subject';

const run = promisify(execFile);
const script = join(repositoryRoot, 'dist/apps/api/stripe-doctor.js');
const OTHER_SECRET = 'whsec_of_another_endpoint_0123';

interface Answer {
  ok: boolean;
  checks: { name: string; status: string; findings: { code: string; words: string }[] }[];
}

describe('npm run stripe:doctor', () => {
  let api: TestApi;
  let stripe: ChangedStripe;
  let endpoint: Stripe.WebhookEndpoint;
  const closers: (() => unknown)[] = [];
  beforeAll(async () => {
    api = await startTestApi('embedded');
    stripe = await startChangedStripe(api.sandbox.url);
  }, 60_000);
  beforeEach(async () => {
    await api.sandbox.reset();
    await removeEndpoints();
    endpoint = await makeEndpoint();
    stripe.aheadMs = 0;
    stripe.refusesKeys = false;
  });
  afterEach(() => {
    for (const close of closers.splice(0)) close();
  });
  afterAll(async () => {
    stripe?.close();
    await api?.stop();
  });

  async function removeEndpoints(): Promise<void> {
    const { webhookEndpoints, v2 } = api.stripe;
    const { eventDestinations } = v2.core;
    for (const { id } of (await webhookEndpoints.list()).data) await webhookEndpoints.del(id);
    for (const { id } of (await eventDestinations.list()).data) await eventDestinations.del(id);
  }
  async function makeEndpoint(
    changes: Partial<Stripe.WebhookEndpointCreateParams> = {},
  ): Promise<Stripe.WebhookEndpoint> {
    const made = await api.stripe.webhookEndpoints.create({
      url: `${api.url}/api/webhooks/stripe`,
      enabled_events: [...handledTypes],
      ...changes,
    });
    await signWith(made.id, WEBHOOK_SECRET);
    return made;
  }
  const signWith = (id: string, secret: string) =>
    api.sandbox.call('POST', `endpoints/${id}/roll-secret`, { secret, overlapMs: 0 });
  const change = (params: Stripe.WebhookEndpointUpdateParams) =>
    api.stripe.webhookEndpoints.update(endpoint.id, params);
  const buy = async () => {
    const { body } = await new Shopper(api).checkout();
    await api.sandbox.complete(sessionIdOf(body.url));
  };
  /** A server that answers 200 to whatever it gets. */
  async function parkedDomain(): Promise<string> {
    const server = createServer((request, response) => {
      request.resume();
      response.end('This domain is for sale.');
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    closers.push(
      () => server.closeAllConnections(),
      () => server.close(),
    );
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/webhooks/stripe`;
  }

  /** Takes ten seconds at most, or is ended. */
  async function doctor(args: string[], env: Record<string, string> = {}) {
    const all = { PATH: process.env['PATH'], ...api.env, STRIPE_API_BASE: stripe.url, ...env };
    try {
      const { stdout } = await run(process.execPath, [script, ...args], {
        env: all,
        timeout: 10_000,
      });
      return { code: 0, out: stdout };
    } catch (error) {
      const { code, stdout } = error as { code: number; stdout: string };
      return { code, out: stdout };
    }
  }
  async function findings(env: Record<string, string> = {}) {
    const { code, out } = await doctor(['--json'], env);
    const { ok, checks } = JSON.parse(out) as Answer;
    const found = checks.flatMap((check) => check.findings);
    expect([ok, code]).toEqual(found.length > 0 ? [false, 1] : [true, 0]);
    return found;
  }

  it('ticks everything off in a healthy system, before an order and after one', async () => {
    const before = await doctor([]);
    await buy();
    const after = await doctor([]);
    expect([before, after]).toEqual([
      { code: 0, out: expect.any(String) },
      { code: 0, out: expect.any(String) },
    ]);
    for (const { out } of [before, after]) {
      expect(
        out
          .trim()
          .split('\n')
          .map((line) => line.split(' ').slice(0, 2)),
      ).toEqual(
        ['environment', 'key', 'permissions', 'clock', 'endpoint', 'address', 'deliveries'].map(
          (name) => ['✓', name],
        ),
      );
    }
    expect(after.out).toContain('delivered its last event (checkout.session.completed');
  });

  it('needs no endpoint while the Stripe CLI forwards events', async () => {
    await api.stripe.webhookEndpoints.del(endpoint.id);
    expect(await findings({ STRIPE_WEBHOOK_URL: 'listen' })).toEqual([]);
  });

  /** Each plants one fault, and gives the environment of the command. */
  const faults: [
    what: string,
    code: string,
    words: RegExp,
    plant: () => Promise<Record<string, string> | void>,
  ][] = [
    [
      'no endpoint',
      'no_endpoint',
      /^There is no webhook endpoint at Stripe.*stripe:connect/,
      async () => {
        await api.stripe.webhookEndpoints.del(endpoint.id);
      },
    ],
    [
      'a disabled endpoint',
      'endpoint_disabled',
      /we_\w+ .*is disabled/,
      async () => {
        await change({ disabled: true });
      },
    ],
    [
      'another URL',
      'other_url',
      /elsewhere\.example only/,
      async () => {
        await change({ url: 'https://elsewhere.example/hook' });
      },
    ],
    [
      'an old domain that answers 200',
      'old_domain',
      /still sends events to 127\.0\.0\.1:\d+/,
      async () => {
        await change({ url: await parkedDomain() });
      },
    ],
    [
      'an old domain that leads to this API',
      'old_domain',
      /still sends events to localhost:\d+/,
      async () => {
        await makeEndpoint({
          url: `${api.url.replace('127.0.0.1', 'localhost')}/api/webhooks/stripe`,
        });
      },
    ],
    [
      'missing events',
      'events_missing',
      /does not get .*charge\.refunded, .*refund\.created/,
      async () => {
        await change({ enabled_events: ['checkout.session.completed'] });
      },
    ],
    [
      'a secret that the API does not know',
      'wrong_secret',
      /does not know 1 of the 1 signing secrets/,
      () => Promise.resolve({ STRIPE_WEBHOOK_SECRET: OTHER_SECRET }),
    ],
    [
      'a secret that Stripe does not sign with',
      'wrong_secret',
      /not the signing secret of we_/,
      async () => {
        await api.sandbox.settings({ waitForWebhook: false });
        await signWith(endpoint.id, OTHER_SECRET);
        await buy();
      },
    ],
    [
      'another API version',
      'other_api_version',
      /version 2020-08-27/,
      async () => {
        await api.stripe.webhookEndpoints.del(endpoint.id);
        await makeEndpoint({ api_version: '2020-08-27' });
      },
    ],
    [
      'thin events that lack twins',
      'thin_types_missing',
      /lacks v1\.checkout\.session\.async_payment_succeeded/,
      async () => {
        await api.stripe.webhookEndpoints.del(endpoint.id);
        await api.stripe.v2.core.eventDestinations.create({
          name: 'thin',
          type: 'webhook_endpoint',
          event_payload: 'thin',
          enabled_events: ['v1.checkout.session.completed'],
          webhook_endpoint: { url: endpoint.url },
        });
      },
    ],
    [
      'test and live mixed',
      'mode_mixed',
      /test and live are mixed/,
      () => Promise.resolve({ STRIPE_MODE: 'live' }),
    ],
    [
      'a clock that is behind',
      'clock_off',
      /95 s behind Stripe's/,
      () => {
        stripe.aheadMs = 95_000;
        return Promise.resolve();
      },
    ],
    [
      'a key that is revoked',
      'key_invalid',
      /does not take the key/,
      () => {
        stripe.refusesKeys = true;
        return Promise.resolve();
      },
    ],
    [
      'a permission that the key lacks',
      'permission_missing',
      /may not read disputes.*rak_dispute_read/,
      async () => {
        await api.sandbox.faults({ missingPermissions: ['rak_dispute_read'] });
      },
    ],
    [
      'a missing permission to write',
      'permission_missing',
      /create and expire.*rak_checkout_session_write/,
      async () => {
        await api.sandbox.faults({ missingPermissions: ['rak_checkout_session_write'] });
      },
    ],
    [
      'endpoints that it may not read',
      'permission_missing',
      /rak_webhook_endpoint_read/,
      async () => {
        await api.sandbox.faults({ missingPermissions: ['rak_webhook_endpoint_read'] });
      },
    ],
    [
      'event destinations that it may not read, of which one is ours',
      'permission_missing',
      /rak_core_event_destination_read/,
      async () => {
        await api.stripe.webhookEndpoints.del(endpoint.id);
        await api.stripe.v2.core.eventDestinations.create({
          name: 'thin',
          type: 'webhook_endpoint',
          event_payload: 'thin',
          enabled_events: handledTypes.map((type) => `v1.${type}`),
          webhook_endpoint: { url: endpoint.url },
        });
        await api.sandbox.faults({ missingPermissions: ['rak_core_event_destination_read'] });
      },
    ],
    [
      'an environment that the API refuses',
      'environment_wrong',
      /^API_PORT: /,
      () => Promise.resolve({ API_PORT: 'x' }),
    ],
    [
      'a shop file that the API refuses',
      'environment_wrong',
      /^there\.json: there is no such file/,
      () => Promise.resolve({ SHOP_CONFIG: 'there.json' }),
    ],
    [
      'a Stripe that hangs',
      'stripe_unreachable',
      /does not answer/,
      async () => {
        await api.sandbox.faults({ hang: true });
      },
    ],
    [
      'an address that nothing answers at',
      'address_silent',
      /^Nothing answers at/,
      async () => {
        const url = `http://127.0.0.1:${await freePort()}/api/webhooks/stripe`;
        await change({ url });
        return { STRIPE_WEBHOOK_URL: url };
      },
    ],
    [
      'an address that is another server',
      'address_not_ours',
      /is not this API/,
      async () => {
        const url = await parkedDomain();
        await change({ url });
        return { STRIPE_WEBHOOK_URL: url };
      },
    ],
  ];

  it.each(faults)('finds %s, and nothing else', async (_what, code, words, plant) => {
    const env = await plant();
    expect(await findings(env ?? {})).toEqual([{ code, words: expect.stringMatching(words) }]);
  });

  it('prints the sentence and its code, and ends with 1', async () => {
    await change({ disabled: true });
    const { code, out } = await doctor([]);
    expect(code).toBe(1);
    expect(out).toMatch(/^✗ endpoint +The webhook endpoint we_\w+ .* \[endpoint_disabled\]$/m);
    expect(out).toMatch(/^✓ key/m);
  });

  it('explains itself, and refuses what it does not understand', async () => {
    expect(await doctor(['--help'])).toEqual({ code: 0, out: expect.stringContaining('--json') });
    expect((await doctor(['--nonsense'])).code).toBe(2);
  });

  it('stores nothing', async () => {
    const events = async () => {
      const { rows } = await api.database.queries.execute(
        'select count(*)::int from webhook_events',
      );
      return rows[0];
    };
    // What Stripe has by now is here then: the sweep of the next minute finds nothing new.
    await api.app.get(SweepService, { strict: false }).sweep();
    const before = await events();
    await findings();
    expect(await events()).toEqual(before);
  });
});
