import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Logger } from '@nestjs/common';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Readiness } from '@shop/contract';
import Stripe from 'stripe';
import { usualEngines } from '../../testing/engines';
import { Shopper } from '../../testing/shopper';
import { startTestApi } from '../../testing/start-test-api';
import type { TestApi } from '../../testing/start-test-api';
import { until } from '../../testing/until';
import { Config } from '../config/config';
import { EndpointStateService } from '../stripe/endpoint-state.service';
import { handledTypes } from '../webhook/event-subject';
import { EndpointWatchService } from './endpoint-watch.service';

const TOKEN = 'a-token-for-the-tests';

const webhooksOf = async (api: TestApi) => {
  const { status, body } = await new Shopper(api).request<Readiness>('GET', '/api/health/ready');
  expect(status).toBe(200);
  return body.checks.webhooks;
};

describe.each(usualEngines)('the watch on the webhook endpoint, on the %s database', (engine) => {
  let api: TestApi;
  let endpoint: Stripe.WebhookEndpoint;
  const said = {
    error: jest.spyOn(Logger.prototype, 'error'),
    warn: jest.spyOn(Logger.prototype, 'warn'),
  };
  beforeAll(async () => {
    api = await startTestApi(engine, { api: { METRICS_TOKEN: TOKEN } });
    await untilCompared(api);
  }, 60_000);
  beforeEach(async () => {
    await api.sandbox.reset({ objects: true });
    const url = `${api.url}/api/webhooks/stripe`;
    endpoint = await api.stripe.webhookEndpoints.create({ url, enabled_events: ['*'] });
    await compare();
    expect(await webhooksOf(api)).toEqual({ status: 'up' });
    for (const spy of Object.values(said)) spy.mockClear();
  });
  afterAll(() => api?.stop());

  const compare = () => api.app.get(EndpointWatchService, { strict: false }).compare();
  const change = (params: Stripe.WebhookEndpointUpdateParams) =>
    api.stripe.webhookEndpoints.update(endpoint.id, params);
  const alerts = () =>
    said.error.mock.calls.filter(([fields]) => (fields as { alert?: boolean }).alert);
  const gauge = async () => {
    const answer = await fetch(`${api.url}/api/metrics`, {
      headers: { authorization: `Bearer ${TOKEN}` },
    });
    return /^stripe_endpoint_findings (\d+)$/m.exec(await answer.text())?.[1];
  };
  const thinDestination = (events: string[]) =>
    api.stripe.v2.core.eventDestinations.create({
      name: 'thin',
      type: 'webhook_endpoint',
      event_payload: 'thin',
      enabled_events: events,
      webhook_endpoint: { url: endpoint.url },
    });

  it('has nothing to say of an endpoint that gets everything', async () => {
    await compare();
    expect(await webhooksOf(api)).toEqual({ status: 'up' });
    expect(await gauge()).toBe('0');
    expect(alerts()).toEqual([]);
  });

  it('tells a disabled endpoint in readiness, in a metric and in one alert, until it is enabled', async () => {
    await change({ disabled: true });
    await compare();
    await compare();
    const detail = expect.stringContaining(`${endpoint.id} (${endpoint.url}) is disabled`);
    expect(await webhooksOf(api)).toEqual({ status: 'degraded', detail });
    expect(await gauge()).toBe('1');
    expect(alerts()).toEqual([
      [{ alert: true, code: 'endpoint_disabled', reason: detail }, 'webhook endpoint is wrong'],
    ]);
    await change({ disabled: false });
    await compare();
    expect(await webhooksOf(api)).toEqual({ status: 'up' });
    expect(await gauge()).toBe('0');
    await change({ disabled: true });
    await compare();
    expect(alerts()).toHaveLength(2);
  });

  it.each<[string, Stripe.WebhookEndpointUpdateParams, string]>([
    ['events that it lacks', { enabled_events: ['checkout.session.completed'] }, 'charge.refunded'],
    ['another URL', { url: 'https://elsewhere.example/hook' }, 'elsewhere.example only'],
  ])('tells %s', async (_what, changes, words) => {
    await change(changes);
    await compare();
    expect(await webhooksOf(api)).toEqual({
      status: 'degraded',
      detail: expect.stringContaining(words),
    });
    expect(alerts()).toHaveLength(1);
  });

  it('tells an endpoint that is gone', async () => {
    await api.stripe.webhookEndpoints.del(endpoint.id);
    await compare();
    const { status, detail } = await webhooksOf(api);
    expect([status, detail]).toEqual(['degraded', expect.stringContaining('no webhook endpoint')]);
  });

  it('finds its endpoint among more than fit on a page', async () => {
    for (let others = 0; others < 101; others += 1) {
      await api.stripe.webhookEndpoints.create({
        url: `https://other-${others}.example/hook`,
        enabled_events: ['product.created'],
      });
    }
    await compare();
    expect(await webhooksOf(api)).toEqual({ status: 'up' });
  });

  it('takes thin events alone, where every twin is sent', async () => {
    await change({ disabled: true });
    const { id } = await thinDestination(handledTypes.map((type) => `v1.${type}`));
    await compare();
    expect(await webhooksOf(api)).toEqual({ status: 'up' });
    await api.stripe.v2.core.eventDestinations.update(id, {
      enabled_events: ['v1.checkout.session.completed'],
    });
    await compare();
    expect(await webhooksOf(api)).toEqual({
      status: 'degraded',
      detail: expect.stringContaining('lacks v1.checkout.session.async_payment_succeeded'),
    });
  });

  it('tells an old domain that goes on answering, and leaves other systems alone', async () => {
    const asked: string[] = [];
    const old = createServer((request, response) => {
      asked.push(request.url ?? '');
      request.resume();
      response.end('parked');
    });
    old.listen(0, '127.0.0.1');
    await once(old, 'listening');
    const { port } = old.address() as AddressInfo;
    for (const path of ['/api/webhooks/stripe', '/another/system']) {
      await api.stripe.webhookEndpoints.create({
        url: `http://127.0.0.1:${port}${path}`,
        enabled_events: ['product.created'],
      });
    }
    await compare();
    expect(await webhooksOf(api)).toEqual({
      status: 'degraded',
      detail: expect.stringContaining(`still sends events to 127.0.0.1:${port}`),
    });
    await compare();
    expect(asked).toEqual(['/api/webhooks/stripe']);
    old.closeAllConnections();
    old.close();
  });

  it('says so, and warns once, when the key may not read webhook endpoints', async () => {
    await api.sandbox.faults({ missingPermissions: ['rak_webhook_endpoint_read'] });
    await compare();
    await compare();
    expect(await webhooksOf(api)).toEqual({
      status: 'up',
      detail: 'the key may not read webhook endpoints',
    });
    expect(said.warn.mock.calls.filter(([words]) => /webhook/.test(String(words)))).toEqual([
      ['the key may not read webhook endpoints'],
    ]);
    expect(alerts()).toEqual([]);
  });

  it('compares webhook endpoints alone when the key may not read event destinations', async () => {
    await api.sandbox.faults({ missingPermissions: ['rak_core_event_destination_read'] });
    await change({ disabled: true });
    await compare();
    expect((await webhooksOf(api)).status).toBe('degraded');
  });

  it('says so, and warns once, when ours may be an event destination that the key may not read', async () => {
    await api.stripe.webhookEndpoints.del(endpoint.id);
    await thinDestination(handledTypes.map((type) => `v1.${type}`));
    await api.sandbox.faults({ missingPermissions: ['rak_core_event_destination_read'] });
    await compare();
    await compare();
    const detail = 'the key may not read event destinations, and no webhook endpoint is ours';
    expect(await webhooksOf(api)).toEqual({ status: 'up', detail });
    expect(said.warn.mock.calls.filter(([words]) => /webhook/.test(String(words)))).toEqual([
      [detail],
    ]);
    expect(alerts()).toEqual([]);
  });

  it('keeps what it knows while Stripe does not answer', async () => {
    await change({ disabled: true });
    await compare();
    await api.sandbox.faults({ status: 500, path: '/v1/webhook_endpoints' });
    await compare();
    expect((await webhooksOf(api)).status).toBe('degraded');
    expect(alerts()).toHaveLength(1);
  });

  it('alerts once, however many processes see it at the same moment', async () => {
    await change({ disabled: true });
    const get = <T>(type: new (...args: never[]) => T) => api.app.get<T>(type, { strict: false });
    const processes = Array.from(
      { length: 4 },
      () => new EndpointWatchService(get(Stripe), get(Config), get(EndpointStateService)),
    );
    await Promise.all(processes.map((one) => one.compare()));
    expect(alerts()).toHaveLength(1);
  });
});

describe('the watch on the webhook endpoint, while the Stripe CLI forwards events', () => {
  it('compares nothing', async () => {
    const api = await startTestApi('embedded', { api: { STRIPE_WEBHOOK_URL: 'listen' } });
    try {
      const { detail, status } = await untilCompared(api);
      expect([status, detail]).toEqual(['up', expect.stringContaining('Stripe CLI forwards')]);
    } finally {
      await api.stop();
    }
  }, 60_000);
});

/** The first comparison is made by the start itself. */
const untilCompared = (api: TestApi) =>
  until(
    () => webhooksOf(api),
    ({ detail }) => !detail?.includes('yet'),
  );
