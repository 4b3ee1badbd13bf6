import { Logger } from '@nestjs/common';
import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  expect,
  it,
  jest,
} from '@jest/globals';
import Stripe from 'stripe';
import { usualEngines } from '../../../testing/engines';
import { takeSandbox, returnSandbox } from '../../../testing/sandbox-pool';
import { startTestApi } from '../../../testing/start-test-api';
import type { TestApi } from '../../../testing/start-test-api';
import { stripeOf } from '../../../testing/stripe-of';
import { until } from '../../../testing/until';
import { SweepService } from '../../order/reconciliation/sweep.service';
import { EndpointStateService } from '../../stripe/endpoint-state.service';
import type { Sandbox } from '../../../testing/sandbox';
import { isMissingPermission } from './is-missing-permission';
import { keyPermissions } from './key-permissions';
import { probePermissions } from './probe-permissions';

describe('probePermissions', () => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await takeSandbox();
  }, 60_000);
  afterEach(() => sandbox.faults({}));
  afterAll(() => returnSandbox(sandbox));

  it('has nothing to say of a key that may do everything, and leaves nothing behind', async () => {
    const stripe = stripeOf(sandbox);
    expect(await probePermissions(stripe)).toEqual([]);
    expect((await stripe.events.list()).data).toEqual([]);
    expect((await stripe.checkout.sessions.list()).data).toEqual([]);
  });

  it.each(keyPermissions.map(({ permission, may }) => [permission, may]))(
    'misses %s, and says what it is for',
    async (permission, may) => {
      await sandbox.faults({ missingPermissions: [permission] });
      expect(await probePermissions(stripeOf(sandbox))).toMatchObject([
        {
          code: 'permission_missing',
          words: `The key may not ${may}: give it the permission ${permission} in the Stripe Dashboard (API keys).`,
        },
      ]);
    },
  );

  it('misses several, each by its own sentence', async () => {
    const missingPermissions = ['rak_refund_read', 'rak_checkout_session_read', 'rak_price_read'];
    await sandbox.faults({ missingPermissions });
    const found = await probePermissions(stripeOf(sandbox));
    expect(found.map(({ words }) => /rak_\w+/.exec(words)?.[0]).sort()).toEqual(
      missingPermissions.sort(),
    );
  });

  it('says once that Stripe does not answer', async () => {
    await sandbox.faults({ status: 500, path: '/v1/disputes' });
    expect(await probePermissions(stripeOf(sandbox))).toMatchObject([
      { code: 'stripe_unreachable' },
    ]);
    expect(await probePermissions(stripeOf({ url: 'http://127.0.0.1:9' }))).toMatchObject([
      { code: 'stripe_unreachable' },
    ]);
  });
});

describe('isMissingPermission', () => {
  it.each<[number, string | undefined, string, boolean]>([
    [403, 'more_permissions_required', 'Not so.', true],
    [403, undefined, "Having the 'rak_dispute_read' permission would allow this request.", true],
    [403, 'feature_not_enabled', 'This account has no access to Accounts v2.', false],
    [404, 'resource_missing', 'No such permission.', false],
  ])('of %i %s "%s" is %p', (statusCode, code, message, missing) => {
    const raw = {
      type: 'invalid_request_error',
      statusCode,
      message,
      ...(code && { code }),
    } as const;
    expect(isMissingPermission(new Stripe.errors.StripePermissionError(raw))).toBe(missing);
  });
});

describe.each(usualEngines)('the check of the key at the start, on the %s database', (engine) => {
  const error = jest.spyOn(Logger.prototype, 'error');
  let api: TestApi | undefined;
  beforeEach(() => {
    error.mockClear();
  });
  afterEach(async () => {
    await api?.stop();
    api = undefined;
  });

  const alerts = () => error.mock.calls.filter(([, words]) => words === 'Stripe key is wrong');
  const state = (of: TestApi) =>
    of.app.get(EndpointStateService, { strict: false }).find('permissions');
  const sweep = (of: TestApi) => of.app.get(SweepService, { strict: false }).sweep();

  it('alerts once and names each missing permission that something is lost without', async () => {
    const started = await startTestApi(engine, {
      faults: {
        missingPermissions: ['rak_dispute_read', 'rak_refund_read', 'rak_webhook_endpoint_read'],
      },
    });
    api = started;
    await until(
      () => state(started),
      (known) => known !== undefined,
    );
    await sweep(started);
    await sweep(started);
    expect(alerts().map(([fields]) => fields as object)).toEqual([
      expect.objectContaining({ alert: true, reason: expect.stringContaining('rak_refund_read') }),
      expect.objectContaining({ alert: true, reason: expect.stringContaining('rak_dispute_read') }),
    ]);
  }, 60_000);

  it('is made by the first sweep that Stripe answers, when the start found it away', async () => {
    const started = await startTestApi(engine, { faults: { status: 500, path: '/v1/refunds' } });
    api = started;
    await sweep(started);
    expect(await state(started)).toBeUndefined();
    await started.sandbox.faults({ missingPermissions: ['rak_review_read'] });
    await sweep(started);
    expect(await state(started)).toMatchObject({ findings: [{ code: 'permission_missing' }] });
    expect(alerts()).toHaveLength(1);
  }, 60_000);
});
